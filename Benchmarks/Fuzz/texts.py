"""Damaged descriptions: words, numbers, lines, blocks and flow collections are replaced, repeated, moved, removed and mixed."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]

NUMBERS = """0 1 -1 2 3 5 7 8 16 31 32 64 99 100 127 128 255 256 1000 4096 65535 65536 99999 100000 199999 200000 200001 1000000
1000001 99999999 100000000 100000001 2147483647 2147483648 4294967296 9223372036854775807 9223372036854775808
-9223372036854775808 1e3 1e-5 1e308 1e309 0.5 .5 5. 0x40 0o17 0x 1_000 +1 00012 nan inf ? ~ null""".split()
EXPRESSIONS = """in.channels;in.height;in.width;in.length;block.channels;block.height;2 * in.channels;in.channels // 0;in.channels % 0;
1 if true else 2;min(1, 2);"max(in.channels, 8)";"round_up(in.channels, 8)";"make_divisible(3, 0)";((((1))));-(-1);not true;
1 == 1.0;a;out;kernel;width;[1, 2][0];[1, 2][9];9223372036854775807 + 1;9223372036854775807 * 2;-9223372036854775808 // -1;
-9223372036854775808 % -1;1 / 0;0.0 / 0.0;length([]);floor(1e300);round(0.5);true and 1;half;same;valid;unknown;global;pointwise
""".replace("\n", "").split(";")
SCALARS = ["true", "false", "yes", "''", '""', '"\\0"', '"\\x1b[31m"', '"\\u202e"', "[]", "{}", "[[]]", "[1, 2]", "[1, 2, 3]",
           "[[0, 1], [1, 0]]", "[3, ?, ?]", "3x?x?", "3x224x224", "1", "3x8", "3x8x8x8", "? ", "*a", "&a b", "!!int 3", "|", ">",
           "<= 3M", '">= 224"', "x" * 2000, "😀", "é", "\u2028", "- relu", "a.b", "a..b", ".", "0.1"]
FRAGMENTS = """
- relu
- batch_norm
- flatten
- global_avg_pool
- softmax
- dropout: {p: 0.5}
- conv: {out: 8, kernel: 3}
- conv: {out: in.channels, kernel: 3, groups: in.channels, padding: half}
- conv: {out: 16, kernel: 1, stride: 2}
- conv: {out: 16, kernel: [1, 7], padding: same, dilation: 4}
- conv: {out: 8, kernel: 1000000, padding: 1000000, stride: 1000000, dilation: 1000000}
- conv_transpose: {out: 8, kernel: 4, stride: 2, padding: 1}
- conv_transpose: {out: 8, kernel: 3, stride: 5, dilation: 3}
- max_pool: {kernel: 3, stride: 2, padding: 1, ceil: true}
- avg_pool: {kernel: 2}
- adaptive_avg_pool: {size: 7}
- upsample: {scale: 2, mode: bilinear}
- upsample: {scale: 1000000}
- upsample: {size: 31}
- pad: {padding: 1}
- crop: {margin: 1}
- pixel_shuffle: {factor: 2}
- pixel_unshuffle: {factor: 2}
- channel_shuffle: {groups: 2}
- slice_channels: {start: 1, count: 3}
- reshape: {shape: [-1, 4, 4]}
- permute: {order: [1, 2, 0]}
- linear: {out: 10}
- opaque: {shape: unknown}
- opaque: {shape: [8, ?, ?], receptive_field: {size: 3, stride: 2, padding: 1}}
- add: {a: [], b: []}
- add: {a: [relu], b: [conv: {out: in.channels, kernel: 3, padding: half}]}
- multiply: {a: [], gate: [global_avg_pool, sigmoid]}
- concat: {a: [], b: [max_pool: {kernel: 2}, upsample: {scale: 2}]}
- concat: {a: input, b: []}
- {relu: {}, repeat: 3, name: r}
- {conv: {out: 8, kernel: 3}, repeat: 40, first: {stride: 2}}
- {relu: {}, from: input}
- {relu: {}, when: in.channels > 3}
- {conv: {out: 8, kernel: 3}, weights: conv}
- {relu: {}, repeat: 30000}
""".strip().split("\n")
TOP = ["params: {width: 8}", "variants: {a: {}, b: {width: 16}}", "defaults: {conv: {padding: half, bias: false}}",
       "budget: {macs: <= 1G, receptive_field: {output: '>= 224'}}", "outputs: [conv]", "inputs: {a: 3x8x8, b: 3x8x8}",
       "input: 3x?x?", "input: 1x1", "input: [width, 100000000, 100000000]", "blocks: {b: {params: {n: 1}, layers: [b]}}",
       "# fovea: ignore-file[skipped-pixels]", "# fovea: ignore[gridding]"]
TOKEN = re.compile(r"[A-Za-z_][A-Za-z_0-9.]*|-?[0-9]+(?:\.[0-9]+)?|[^\sA-Za-z_0-9]")


def corpus():
    texts = []
    for pattern in ["specs/**/*.yaml", "Tests/FoveaTests/Mistakes/**/*.yaml", "Tests/FoveaCommandTests/**/*.yaml"]:
        for path in sorted(ROOT.glob(pattern)):
            texts.append(path.read_text(errors="replace"))
    return texts


def block(lines, index):
    """The lines of the entry that begins at a line: those below it that are indented further."""
    depth = len(lines[index]) - len(lines[index].lstrip())
    end = index + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > depth):
        end += 1
    return index, end


def indented(lines, depth):
    least = min((len(l) - len(l.lstrip()) for l in lines if l.strip()), default=0)
    return [" " * depth + l[least:] if l.strip() else l for l in lines]


def mutate(text, texts, rng):
    lines = text.split("\n")
    index = rng.randrange(len(lines))
    depth = len(lines[index]) - len(lines[index].lstrip())
    kind = rng.random()
    if kind < 0.35:  # a token becomes another
        tokens = list(TOKEN.finditer(lines[index]))
        if not tokens:
            return text
        token = rng.choice(tokens)
        word = token.group()
        if re.fullmatch(r"-?[0-9.]+", word):
            new = rng.choice(NUMBERS) if rng.random() < 0.7 else rng.choice(EXPRESSIONS)
        elif rng.random() < 0.5:
            other = TOKEN.findall(rng.choice(texts))
            new = rng.choice(other) if other else ""
        else:
            new = rng.choice([rng.choice(SCALARS), rng.choice(EXPRESSIONS), rng.choice(NUMBERS), ""])
        lines[index] = lines[index][:token.start()] + new + lines[index][token.end():]
    elif kind < 0.55:  # a layer is put in
        lines[index:index] = indented([rng.choice(FRAGMENTS)], depth)
    elif kind < 0.65:  # an entry is said twice, or often
        start, end = block(lines, index)
        lines[end:end] = lines[start:end] * rng.choice([1, 1, 1, 2, 10])
    elif kind < 0.72:  # an entry goes
        start, end = block(lines, index)
        del lines[start:end]
    elif kind < 0.8:  # an entry stands elsewhere
        start, end = block(lines, index)
        moved = lines[start:end]
        del lines[start:end]
        place = rng.randrange(len(lines) + 1)
        lines[place:place] = indented(moved, rng.choice([depth, depth + 2, max(depth - 2, 0)]))
    elif kind < 0.88:  # an entry of another text
        other = rng.choice(texts).split("\n")
        start, end = block(other, rng.randrange(len(other)))
        lines[index:index] = indented(other[start:end], depth)
    elif kind < 0.92:  # a key of the document
        lines.insert(rng.choice([0, len(lines)]), rng.choice(TOP))
    elif kind < 0.95:  # the value of a key
        key, colon, _ = lines[index].partition(":")
        if colon:
            lines[index] = key + ": " + rng.choice(SCALARS + EXPRESSIONS + NUMBERS)
    elif kind < 0.97:  # nesting
        levels = rng.choice([2, 10, 50, 98, 99, 100, 101, 200])
        opening, closing = rng.choice([("[", "]"), ("{add: {a: [", "]}}"), ("(", ")"), ("- ", "")])
        lines.insert(index, " " * depth + "- " + opening * levels + "relu" + closing * levels)
    elif kind < 0.985:  # bytes
        text = "\n".join(lines)
        place = rng.randrange(len(text) + 1)
        return text[:place] + rng.choice(["\0", "\x1b", "\r", "\t", "\ufeff", "\u202e", "\udc80", "#", "'", '"', "&a ", "*a", ": "]) \
            + text[place + rng.choice([0, 0, 1, 7]):]
    else:  # a part alone
        start, end = sorted(rng.randrange(len(lines) + 1) for _ in range(2))
        lines = lines[:start] + lines[end:]
    return "\n".join(lines)


def made(texts, rng):
    text = rng.choice(texts)
    for _ in range(rng.choice([1, 1, 2, 3, 5, 8])):
        text = mutate(text, texts, rng)
        if len(text) > 200_000:
            break
    return text.encode("utf-8", "surrogateescape" if "\udc80" in text else "replace")
