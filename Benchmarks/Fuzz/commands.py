"""Command lines: options of any command with values of any kind, sound and not."""

import re
import subprocess

WORDS = ["", "-", "--", "0", "1", "-1", "3", "2..8", "2..", "..", "1e9", "99999999999999999999", "nan", "3x8x8", "3x?x?", "3x0x8", "x",
         "3x99999999x99999999", "a=1", "a=", "=", "a=1..3:0", "width=8,16", "net.yaml", "net.yaml:small", "net.yaml:none", ":", "none.yaml",
         "w.npz", "out.md", "sub/out.md", "/dev/null", ".", "json", "text", "csv", "all", "default", "macs>+5%", "macs>", ">", "\x1b[31m", "é",
         "\u202e", "a" * 3000, "*", "[", "relu", "conv", "HEAD", "float32", "float64", "int4", "1/2", "2/1", "0/0", "5", "7x7", "9x"]
NETWORK = """fovea: 1
input: 3x16x16
params: {width: 8}
variants: {small: {}, large: {width: 16}}
layers:
  - conv: {out: width, kernel: 5, padding: half}
  - relu
  - conv: {out: width, kernel: 3, padding: half}
"""


def options(binary):
    """The commands with their options, by what their help says."""
    text = subprocess.run([binary, "--help"], capture_output=True, text=True).stdout
    names = re.findall(r"^  ([a-z]+) ", text[text.index("SUBCOMMANDS"):], re.M)
    found = {}
    for name in names:
        text = subprocess.run([binary, name, "--help"], capture_output=True, text=True).stdout
        part = text[text.find("OPTIONS"):]
        found[name] = re.findall(r"^  (?:-\w, )?(--[a-z-]+)( <)?", part, re.M)
    return found


def made(known, rng):
    name = rng.choice(list(known))
    words = [name]
    for _ in range(rng.choice([0, 1, 1, 2])):
        words.append(rng.choice(["net.yaml", "net.yaml", "net.yaml:small", "specs", *WORDS]))
    for _ in range(rng.choice([0, 1, 1, 2, 3, 5])):
        option, takes = rng.choice(known[name] or [("--help", "")])
        words.append(option)
        if takes or rng.random() < 0.05:
            words.append(rng.choice(WORDS))
    if rng.random() < 0.05:
        words[0] = rng.choice([name[:-1], name + "s", name.upper(), ""])
    # A null byte cannot be an argument.
    return [word.replace("\0", "") for word in words]
