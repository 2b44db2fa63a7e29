"""Checks a page of `fovea report` in a real browser, against what `fovea analyze --format json` says.

    check.py PAGE.html ANALYSIS.json

Prints what was checked, or what is wrong; then the exit status is 1.
"""

import json
import pathlib
import re
import sys

from browser import Browser, Failure

# Of a long network every layer would take a while: these many are looked at, evenly spread.
LAYERS = 16


def expect(holds, message):
    if not holds:
        raise Failure(message)


def window(axis, unit):
    """The first and last row that a unit sees, by the definitions of the analysis; None if it sees nothing."""
    phases = axis["phases"]
    if phases is None:
        first = axis["stride"] * unit - axis["padding"]
        return first, first + axis["size"] - 1
    turn, phase = divmod(unit, phases["period"])
    rows = phases["windows"][phase]
    return rows and tuple(row + phases["step"] * turn for row in rows)


def with_phases(analysis):
    """The analysis with the windows by unit where their numbers stand."""
    for layer in analysis["layers"] + analysis["outputs"]:
        field = layer["receptive_field"]
        for axis in [] if field == "unknown" else field["axes"] or []:
            if axis["phases"] is not None:
                axis["phases"] = analysis["phases"][axis["phases"]]
    return analysis


def visible(name):
    """A name with the marks that would turn it around made visible, as the page shows it."""
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", lambda mark: f"\\u{{{ord(mark[0]):X}}}", name)


def choose_unit(page, unit):
    page.run(f"""{json.dumps(unit)}.forEach((value, axis) => {{
        const slider = document.getElementById('u' + axis);
        slider.value = value;
        slider.dispatchEvent(new Event('input'));
    }})""")


def drawn(page):
    """What the picture shows now."""
    return page.run("""(() => {
        const seen = document.getElementById('seen');
        const read = (name) => +seen.getAttribute(name);
        return {
            rect: seen && ['x', 'y', 'width', 'height'].map(read),
            gaps: document.getElementById('gaps')?.getAttribute('d') ?? '',
            table: [...document.getElementById('axes').rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
            units: [...document.querySelectorAll('#unit input')].map((slider) => +slider.max + 1),
            slices: [...document.querySelectorAll('#slices rect')].map((rect) => rect.getAttribute('class') === 'in'),
        };
    })()""")


def number(text):
    return int(text.replace("−", "-").replace(",", ""))


def check_field(page, layer, where):
    """The field of some units of the chosen layer, pixel by pixel."""
    field = layer["receptive_field"]
    axes = None if field == "unknown" else field["axes"]
    rank = page.run("document.querySelectorAll('#unit label').length")
    if not axes or len(axes) != rank:
        expect(drawn(page)["rect"] is None, f"{where}: a field is drawn that the analysis does not know")
        return 0
    counts = drawn(page)["units"]
    shape = layer["shape"]
    if len(shape) == rank + 1 and None not in shape:
        expect(counts in (shape[1:], shape[:-1]), f"{where}: {counts} units, the shape is {shape}")
    units = [[0] * rank, [count // 2 for count in counts], [count - 1 for count in counts]]
    for unit in units:
        choose_unit(page, unit)
        shown = drawn(page)
        rows = [window(axis, place) for axis, place in zip(axes, unit)]
        at = f"{where}, unit {unit}"
        if None in rows[-2:]:
            expect(shown["rect"] is None, f"{at}: sees nothing, but a field is drawn")
            continue
        x, y, width, height = shown["rect"]
        expect((x, x + width - 1) == rows[-1], f"{at}: columns {x}…{x + width - 1} are drawn, seen are {rows[-1]}")
        if rank > 1:
            expect((y, y + height - 1) == rows[-2], f"{at}: rows {y}…{y + height - 1} are drawn, seen are {rows[-2]}")
        for cells, seen, axis in zip(shown["table"], rows, axes):
            expect(number(cells[1]) == axis["size"], f"{at}: size {cells[1]}, the analysis has {axis['size']}")
            if axis["phases"] is None:
                expect(number(cells[2]) == axis["stride"], f"{at}: stride {cells[2]}")
                expect(number(cells[3]) == axis["padding"], f"{at}: padding {cells[3]}")
            if seen:
                expect(tuple(map(number, cells[4].split(" … "))) == seen, f"{at}: {cells[4]} is told, seen are {seen}")
        if rank == 3:
            expect([i for i, s in enumerate(shown["slices"]) if s][:1] == [max(0, rows[0][0])], f"{at}: slices")
        skipped = [cells[5] for cells in shown["table"]]
        holes = [tuple(map(int, part)) for part in re.findall(r"M(-?\d+) (-?\d+)h(\d+)v(\d+)", shown["gaps"])]
        across = sum(hole[2] for hole in holes if hole[1] == y and hole[3] == height)
        if unit == units[0]:
            for cell, axis in zip(skipped, axes):
                if axis["distinct"] is not None:
                    size = window(axis, 0)[1] - window(axis, 0)[0] + 1
                    expect(number(cell) == size - axis["distinct"], f"{at}: {cell} rows skipped")
        if skipped[-1] not in ("?", "–") and len(holes) < 10_000:
            expect(across == number(skipped[-1]), f"{at}: {across} skipped columns are drawn, told are {skipped[-1]}")
    return len(units)


def check_choice(page, analysis):
    """Each layer, chosen in the table, is marked there and in the graph, with its field over the picture."""
    inputs = len(analysis["inputs"])
    count = inputs + len(analysis["layers"])
    expect(page.run("document.querySelectorAll('#layers tbody tr').length") == count, "the table lacks layers")
    fields = 0
    every = max(1, len(analysis["layers"]) // LAYERS)
    rows = "[...document.querySelectorAll('#layers tbody tr')]"
    page.run(f"window.checked = {rows}")
    for index in range(0, len(analysis["layers"]), every):
        layer, row = analysis["layers"][index], index + inputs
        where = layer["path"]
        page.run(f"checked[{row}].click()")
        state = page.run("""(() => ({
            name: document.getElementById('name').textContent,
            rows: checked.map((row, i) => [row, i]).filter(([row]) => row.matches('.at.on')).map(([_, i]) => i),
            boxes: [...document.querySelectorAll('.view')].map((view) => [...view.querySelectorAll('.n.at.on')]
                .map((box) => [+box.dataset.l - (box.dataset.n ?? 1) + 1, +box.dataset.l])),
        }))()""")
        expect(state["name"] == visible(where), f"{where}: the figures are those of {state['name']}")
        expect(state["rows"] == [row], f"{where}: the marked rows are {state['rows']}")
        for view, boxes in enumerate(state["boxes"]):
            expect(len(boxes) == 1 and boxes[0][0] <= row <= boxes[0][1], f"{where}: marked in graph {view}: {boxes}")
        fields += check_field(page, layer, where)
    return fields


def check_sorting(page, analysis):
    """Every column of numbers sorts by the true values, what is not known last, in both directions."""
    blank = [None] * len(analysis["inputs"])
    layers = analysis["layers"]

    def size(layer):
        field = layer["receptive_field"]
        if field == "unknown":
            return None
        return 1 << 60 if field["global"] else max((axis["size"] for axis in field["axes"] or []), default=0)

    def elements(layer):
        result = 1
        for extent in layer["shape"]:
            if extent is None:
                return None
            result *= extent
        return result

    keys = {"output": elements, "receptive field": size, "parameters": lambda layer: layer["parameters"],
            "macs": lambda layer: layer["macs"], "memory": lambda layer: layer["activation_bytes"]}
    heads = page.run("[...document.querySelectorAll('#layers thead th')].map((head) => head.textContent)")
    for name, key in keys.items():
        values = blank + [key(layer) for layer in layers]
        for turn in range(2):
            page.run(f"document.querySelectorAll('#layers thead button')[{heads.index(name)}].click()")
            order = page.run("[...document.querySelectorAll('#layers tbody tr')].map((row) => +row.cells[0].textContent)")
            direction = page.run(f"document.querySelectorAll('#layers thead th')[{heads.index(name)}].ariaSort")
            expect(direction == ("descending", "ascending")[turn], f"{name}: sorted {direction}")
            # The inputs' own figures are no part of the analysis.
            shown = [values[place] for place in order if place >= len(blank)]
            known = [value for value in shown if value is not None]
            expect(known == sorted(known, reverse=turn == 0), f"{name}: the order is wrong")
            expect(shown[len(known):] == [None] * (len(shown) - len(known)), f"{name}: what is not known is not last")
    page.run("document.querySelector('#layers thead button').click()")


def check_hands(page):
    """Mouse and keyboard, as a person uses them."""
    centre = """((element) => {
        element.scrollIntoView({block: 'center'});
        const box = element.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2];
    })(%s)"""
    box = "[...document.querySelectorAll('.view.shown .n')].at(-1)"
    page.move(1, 1)
    page.run("checked[0].click()")
    x, y = page.run(centre % box)
    page.move(x, y)
    layer = page.run(f"+{box}.dataset.l")
    name = f"checked[{layer}].cells[1].textContent"
    expect(page.run(f"document.getElementById('name').textContent === {name}"), "hovering a box does not show its layer")
    expect(page.run(f"checked[{layer}].matches('.on:not(.at)')"), "hovering a box does not mark its row")
    page.click(x, y)
    expect(page.run(f"checked[{layer}].matches('.at')"), "a click on a box does not choose its layer")
    page.run("document.getElementById('graph').focus()")
    page.press("ArrowUp")
    expect(not page.run(f"checked[{layer}].matches('.at')"), "an arrow key does not move in the graph")
    page.press("ArrowDown")
    expect(page.run(f"checked[{layer}].matches('.at')"), "an arrow key does not move back")
    width = page.run("document.querySelector('.view.shown svg').getBoundingClientRect().width")
    page.press("+")
    expect(page.run("document.querySelector('.view.shown svg').getBoundingClientRect().width") > width * 1.2, "no zoom")
    page.run("checked[1].click(); checked[1].focus()")
    page.press("ArrowDown")
    expect(page.run("document.activeElement === checked[2] && checked[2].matches('.at')"), "no arrow keys in the table")
    if page.run("!!document.querySelector('#map rect') && +document.getElementById('u0').max > 3"):
        x, y = page.run(centre % "document.getElementById('map')")
        page.click(x, y)
        middle = page.run("[...document.querySelectorAll('#unit input')].slice(-2).map((u) => [+u.value, +u.max])")
        # The middle of the map is the unit in the middle, or one beside it.
        expect(all(abs(value - most / 2) <= 1 for value, most in middle[-1:]), f"a click on the map chose {middle}")


def check_blocks(page, analysis):
    """A box of several layers has their sums, and opens; a layer has its line and its attributes."""
    inputs = len(analysis["inputs"])
    page.run("document.querySelector('[name=depth]')?.click()")
    box = "document.querySelector('.view.shown .n[data-n]')"
    if page.run(f"!!{box}"):
        page.run(f"{box}.dispatchEvent(new MouseEvent('click', {{bubbles: true}}))")
        last, count = page.run(f"[+{box}.dataset.l, +{box}.dataset.n]")
        figures = dict(page.run("[...document.querySelectorAll('#figures div')].map((d) => [d.firstChild.textContent, d.lastChild.textContent])"))
        layers = analysis["layers"][max(0, last - count + 1 - inputs):last + 1 - inputs]
        for name in ("parameters", "macs"):
            known = [layer[name] for layer in layers if layer[name] is not None]
            mark = "≥ " if len(known) < len(layers) else ""
            expect(figures[name] == f"{mark}{sum(known):,}", f"the block has {figures[name]} {name}, its layers {sum(known):,}")
        expect(number(figures["layers"]) == count, f"the block has {figures['layers']} layers, and {count} are there")
        depth = page.run("document.querySelector('.view.shown').id")
        page.run("document.getElementById('unfold').click()")
        expect(page.run("document.querySelector('.view.shown').id") != depth, "the block does not open")
    page.run("checked[checked.length - 1].click()")
    written = page.run("document.getElementById('written').textContent")
    last = analysis["layers"][-1]
    expect(re.fullmatch(rf"line \d+: {last['operator']}(: .*)?", written), f"the last layer is told as {written}")


def check_search(page, analysis):
    """The search leaves the rows that have all words, and Enter chooses the first."""
    def find(text):
        page.run(f"document.getElementById('find').value = {json.dumps(text)}")
        page.run("document.getElementById('find').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}))")
        return page.run("checked.map((row, i) => [row, i]).filter(([row]) => !row.hidden).map(([_, i]) => i)")

    last = len(analysis["inputs"]) + len(analysis["layers"]) - 1
    path = visible(analysis["layers"][-1]["path"])
    found = find(path)
    expect(last in found, f"{path} is not found")
    expect(page.run(f"checked[{found[0]}].matches('.at')"), "Enter does not choose the first")
    expect(find("nothing-has-this-name") == [], "the search finds what there is not")
    expect(page.run("document.getElementById('found').textContent") == "none", "it is not told that nothing is found")
    expect(len(find("")) == last + 1, "without a word not all layers are shown")


def check_widths(page, address):
    for width in (360, 1440):
        page.resize(width, 800)
        page.open(address)
        wide = page.run("document.documentElement.scrollWidth")
        expect(wide <= width, f"at {width} pixels the page is {wide} wide")


def check_colours(page):
    grounds = []
    for scheme in ("light", "dark"):
        page.prefer(scheme)
        grounds.append(page.run("getComputedStyle(document.body).backgroundColor"))
    expect(grounds[0] != grounds[1], "dark is as light")


def check_without_script(page, address, analysis):
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    page.open(address)
    state = page.run("""(() => {
        const isShown = (element) => !!element && element.getClientRects().length > 0;
        return {
            live: [...document.querySelectorAll('.live')].filter(isShown).length,
            rows: [...document.querySelectorAll('#layers tbody tr')].filter(isShown).length,
            boxes: [...document.querySelectorAll('.view.shown .n')].filter(isShown).length,
            views: [...document.querySelectorAll('.view')].filter(isShown).length,
            charts: [...document.querySelectorAll('.fovea-chart')].filter(isShown).length,
            seen: isShown(document.getElementById('seen')) || !document.getElementById('field'),
            strip: document.querySelectorAll('#slices rect.in').length > 0 || !document.getElementById('slices'),
            script: document.documentElement.className,
        };
    })()""")
    expect(state["script"] == "", "the script ran though it must not")
    expect(state["live"] == 0, "controls are shown that do nothing")
    expect(state["rows"] == len(analysis["inputs"]) + len(analysis["layers"]), "without script the table lacks layers")
    expect(state["boxes"] > 0 and state["views"] == 1, "without script there is no graph")
    expect(state["charts"] > 0, "without script there is no chart")
    expect(state["seen"], "without script no field is drawn")
    expect(state["strip"], "without script no slice is marked")
    # The depth is chosen without script too.
    page.run("document.querySelectorAll('[name=depth]').forEach((radio, i, all) => { if (i === all.length - 1) radio.checked = true })")
    views = page.run("[...document.querySelectorAll('.view')].map((view) => view.getClientRects().length > 0)")
    expect(views == [False] * (len(views) - 1) + [True], f"without script the depth cannot be chosen: {views}")
    page.call("Emulation.setScriptExecutionDisabled", value=False)


def check(path, analysis):
    address = pathlib.Path(path).resolve().as_uri()
    with Browser() as browser:
        page = browser.page()
        page.resize(1440, 1000)
        page.open(address)
        script = page.run("document.documentElement.className")
        expect(script == "js", f"the script did not run: {page.complaints()}")
        fields = check_choice(page, analysis)
        check_sorting(page, analysis)
        check_hands(page)
        check_blocks(page, analysis)
        check_search(page, analysis)
        check_colours(page)
        expect(page.complaints() == [], f"the console says {page.complaints()}")
        expect(page.requests() == [address], f"the page asked for {page.requests()}")
        check_widths(page, address)
        expect(page.complaints() == [], f"the console says {page.complaints()}")
        check_without_script(page, address, analysis)
        expect(page.requests() == [address], f"the page asked for {page.requests()}")
    return fields


def main():
    path, figures = sys.argv[1:]
    analysis = with_phases(json.loads(pathlib.Path(figures).read_text()))
    try:
        fields = check(path, analysis)
    except Failure as failure:
        print(f"{pathlib.Path(path).name}: {failure}")
        return 1
    print(f"{pathlib.Path(path).name}: {len(analysis['layers'])} layers, {fields} fields drawn as analysed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
