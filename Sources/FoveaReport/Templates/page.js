"use strict";
(() => {
  const $ = (id) => document.getElementById(id), all = (query, from = document) => [...from.querySelectorAll(query)];
  const data = JSON.parse($("data").textContent);
  const list = $("list"), graph = $("graph"), field = $("field"), map = $("map"), slices = $("slices");
  const body = list.querySelector("tbody"), rows = [...body.rows], heads = all("thead th", list);
  const views = all(".view"), boxes = all(".n"), lines = all(".e"), sliders = all("#unit input");
  const layerOf = (box) => Math.min(+box.dataset.l, rows.length - 1);
  const spans = (box, layer) => layer <= +box.dataset.l && layer > box.dataset.l - (box.dataset.n || 1);
  const clamp = (x, low, high) => Math.max(low, Math.min(high, x));
  const number = (x) => (x < 0 ? "−" : "") + Math.abs(x).toLocaleString("en-US");
  const make = (name, attributes = {}, text = "") => {
    const made = document.createElementNS(`http://www.w3.org/${/^(rect|path)$/.test(name) ? "2000/svg" : "1999/xhtml"}`, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.textContent = text;
    return made;
  };
  const on = (target, names, act, options) => names.split(" ").forEach((name) => target.addEventListener(name, act, options));
  let chosen = -1, chosenBox = null, shown = -1, shownBox = null, unit = [], isNear = false, view = views.findIndex((v) => v.matches(".shown"));
  document.documentElement.className = "js";

  // What a unit sees along an axis: runs of rows, each by its first and last row.
  const seen = ([period, step, , sets], unit) => {
    const shift = Math.floor(unit / period) * step, runs = sets[unit % period].map((row) => row + shift);
    return runs.length ? { runs, first: runs[0], last: runs.at(-1), size: runs.at(-1) - runs[0] + 1 } : null;
  };
  const gaps = ({ runs }) => runs.flatMap((row, k) => (k % 2 && k + 1 < runs.length ? [[row + 1, runs[k + 1] - row - 1]] : []));
  const box = (x, y, w, h) => `M${x} ${y}h${w}v${h}H${x}z`;

  function draw() {
    const known = data.fields[data.field[shown]], units = data.units[shown], rank = data.input.length;
    const axes = known && units ? known[0] && known[0].map((axis) => data.axes[axis]) : 0;
    const gate = known && known[1] >= 0 ? rows[known[1]].cells[1].textContent : "";
    const width = data.input[rank - 1], height = rank > 1 ? data.input[rank - 2] : Math.max(1, width >> 2);
    const text = !known ? "The receptive field is not known."
      : gate ? `Sees everything, through ${gate}${axes ? "; the dashed field is that of the other paths" : ""}.`
      : !axes ? "Its field has other axes than the input that is drawn."
      : known[2] ? "The map is flattened: each entry still sees what its former place did." : "";
    $("note").textContent = text;
    $("note").hidden = !text;
    field.classList.toggle("part", !!gate);
    $("unit").classList.toggle("none", !axes);
    $("over").replaceChildren();
    $("axes").replaceChildren();
    slices?.replaceChildren();
    $("words").textContent = "";
    field.setAttribute("viewBox", `0 0 ${width} ${height}`);
    if (!axes) return;

    unit = units.map((count, a) => clamp(unit[a] ?? count >> 1, 0, count - 1));
    const see = axes.map((axis, a) => seen(axis, unit[a]));
    $("words").textContent = `unit ${unit.join(", ")} of ${units.join("×")}`;
    axes.forEach((axis, a) => {
      const now = see[a], skipped = now && gaps(now).reduce((sum, gap) => sum + gap[1], 0), row = make("tr");
      const cells = [axis[4], axis[5], axis[6], now ? `${number(now.first)} … ${number(now.last)}` : "nothing",
        now ? (axis[2] ? number(skipped) : "?") : "–"];
      row.append(make("th", { scope: "row" }, data.names[a]), ...cells.map((cell) => make("td", {}, cell)));
      $("axes").append(row);
      sliders[a].max = units[a] - 1;
      sliders[a].value = unit[a];
    });

    // The part that is shown: the input with some of its padding, or the field with some of what is around it.
    const part = (a, extent, now) => {
      if (a < 0) return [0, extent];
      if (isNear && now) return [now.first - Math.ceil(now.size / 6) - 1, now.size + 2 * Math.ceil(now.size / 6) + 2];
      const margin = Math.floor((extent * 7) / 20), low = seen(axes[a], 0), high = seen(axes[a], units[a] - 1);
      const before = low ? clamp(-low.first, 0, margin) : 0;
      return [-before, before + extent + (high ? clamp(high.last - extent + 1, 0, margin) : 0)];
    };
    const across = see[rank - 1], down = rank > 1 ? see[rank - 2] : { runs: [0, height - 1], first: 0, last: height - 1, size: height };
    const [[x, w], [y, h]] = [part(rank - 1, width, across), part(rank - 2, height, down)];
    field.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    if (across && down) {
      const [left, right] = [Math.max(0, across.first), Math.min(width, across.last + 1)];
      const [top, bottom] = [Math.max(0, down.first), Math.min(height, down.last + 1)];
      const hole = left < right && top < bottom ? box(left, top, right - left, bottom - top) : "";
      $("over").append(
        make("path", { id: "veil", "fill-rule": "evenodd", d: box(0, 0, width, height) + hole }),
        make("path", { id: "gaps", d: gaps(down).map(([at, n]) => box(across.first, at, across.size, n)).join("")
          + gaps(across).map(([at, n]) => box(at, down.first, n, down.size)).join("") }),
        make("rect", { id: "seen", x: across.first, y: down.first, width: across.size, height: down.size }));
    }
    for (let s = 0; slices && s < slices.viewBox.baseVal.width; s++) {
      const isSeen = see[0] && see[0].runs.some((row, k) => k % 2 === 0 && s >= row && s <= see[0].runs[k + 1]);
      slices.append(make("rect", { class: isSeen ? "in" : "out", x: s + 0.06, y: 0, width: 0.88, height: 1 }));
    }

    // The map of the units; on a large one the mark is larger than a unit, to be seen.
    const [wide, high] = [units[rank - 1], rank > 1 ? units[rank - 2] : 1];
    map.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    map.setAttribute("preserveAspectRatio", wide > 4 * high || high > 4 * wide ? "none" : "xMidYMid");
    const grid = (count, line) => (count > 32 ? "" : Array.from({ length: count - 1 }, (_, i) => line(i + 1)).join(""));
    const place = (at, count) => {
      const size = Math.max(1, count / 40);
      return [clamp(at - (size - 1) / 2, 0, count - size), size];
    };
    const [[mx, mw], [my, mh]] = [place(unit[rank - 1], wide), place(rank > 1 ? unit[rank - 2] : 0, high)];
    map.replaceChildren(
      make("path", { d: grid(wide, (i) => `M${i} 0v${high}`) + grid(high, (i) => `M0 ${i}h${wide}`) }),
      make("rect", { x: mx, y: my, width: mw, height: mh }));
  }

  // The sum of a figure over a box's layers, with "≥" for a mark where some of them are not known.
  const sum = (key, from, to) => {
    const values = data.keys[key].slice(from, to + 1), known = values.filter((value) => value !== null);
    return { value: known.reduce((a, b) => a + b, 0), mark: known.length < to - from + 1 ? "≥ " : "" };
  };
  const share = (key, from, to) => {
    const own = sum(key, from, to), whole = sum(key, 0, rows.length - 1);
    return whole.value && !own.mark && !whole.mark ? `${((100 * own.value) / whole.value).toFixed(1)} %` : "–";
  };

  // Shows the figures of a layer, or of the block that a box stands for, and marks it in the table and in the graph.
  function show(layer, block) {
    const box = block?.dataset.n > 1 ? block : null;
    if ((layer === shown && box === shownBox) || layer < 0) return;
    rows[shown]?.classList.remove("on");
    [shown, shownBox] = [layer, box];
    rows[layer].classList.add("on");
    boxes.forEach((b) => b.classList.toggle("on", spans(b, layer)));
    lines.forEach((l) => l.classList.toggle("on", +l.dataset.s === layer));
    const row = rows[layer], cells = [...row.cells].map((cell) => cell.textContent);
    const figures = cells.slice(4).map((cell, i) => [heads[i + 4].textContent, cell]);
    if (box) {
      const last = +box.dataset.l, from = last - box.dataset.n + 1;
      const [parameters, macs] = [sum(2, from, last), sum(3, from, last)];
      figures.splice(1, figures.length, ["layers", number(+box.dataset.n)], ["parameters", parameters.mark + number(parameters.value)],
        ["macs", macs.mark + number(macs.value)], ["share of the macs", share(3, from, last)]);
    }
    $("name").textContent = box ? box.querySelector("title").textContent : cells[1];
    $("about").textContent = box ? `a block of ${box.dataset.n} layers · ${cells[3]}` : `${cells[2]} · ${cells[3]}`;
    $("written").replaceChildren(...(box ? [] : [row.dataset.line ? `line ${row.dataset.line}: ` : "", make("code", {}, row.dataset.text)]));
    $("unfold").hidden = !box || view + 1 >= views.length;
    $("figures").replaceChildren(...figures.map(([name, value]) => {
      const line = make("div");
      line.append(make("dt", {}, name), make("dd", {}, value));
      return line;
    }));
    if (field) draw();
  }

  function choose(layer, isQuiet, block = null) {
    chosenBox = block;
    rows[chosen]?.classList.remove("at");
    rows[chosen]?.removeAttribute("aria-current");
    if (chosen >= 0) rows[chosen].tabIndex = -1;
    chosen = clamp(layer, 0, rows.length - 1);
    const row = rows[chosen];
    row.classList.add("at");
    row.setAttribute("aria-current", "true");
    row.tabIndex = 0;
    for (const b of boxes) {
      const isHere = spans(b, chosen);
      b.classList.toggle("at", isHere);
      b.setAttribute("aria-selected", isHere);
      if (!isHere || !views[view].contains(b)) continue;
      graph.setAttribute("aria-activedescendant", b.id);
      if (!isQuiet) reveal(graph, b);
    }
    if (!isQuiet) reveal(list, row);
    show(chosen, chosenBox);
  }

  // Scrolls a panel, and only it, so that a part of it is seen.
  function reveal(panel, part) {
    const frame = panel.getBoundingClientRect(), at = part.getBoundingClientRect(), room = 40;
    panel.scrollTop += Math.min(0, at.top - frame.top - room) + Math.max(0, at.bottom - frame.bottom + room);
    panel.scrollLeft += Math.min(0, at.left - frame.left - room) + Math.max(0, at.right - frame.right + room);
  }

  // Sorts by what is true, not by what is written; what is not known comes last.
  function sort(column) {
    const isText = column === 1 || column === 2, was = heads[column].ariaSort;
    const isUp = was ? was !== "ascending" : isText || !column;
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const keys = rows.map((row, i) => (isText ? row.cells[column].textContent : column ? data.keys[[0, 1, 2, 3, 3, 4][column - 3]][i] : i));
    const order = [...rows.keys()].sort((i, j) => {
      const [a, b] = [keys[i], keys[j]];
      if (a === null || b === null) return (a === null) - (b === null) || i - j;
      return (a < b ? -1 : a > b ? 1 : 0) * (isUp ? 1 : -1) || i - j;
    });
    body.append(...order.map((i) => rows[i]));
  }
  heads.forEach((head, column) => on(head.firstChild, "click", () => sort(column)));

  // Choosing and looking, in either view.
  const rowAt = (event) => rows.indexOf(event.target.closest("tbody tr")), boxAt = (event) => event.target.closest(".n");
  on(body, "click", (event) => choose(rowAt(event)));
  on(body, "pointerover focusin", (event) => event.pointerType !== "touch" && show(rowAt(event)));
  on(graph, "pointerover", (event) => event.pointerType === "mouse" && !held && boxAt(event) && show(layerOf(boxAt(event)), boxAt(event)));
  on(list, "pointerleave", () => show(chosen, chosenBox));
  on(graph, "pointerleave", () => show(chosen, chosenBox));
  on(graph, "click", (event) => !isDragged && boxAt(event) && choose(layerOf(boxAt(event)), false, boxAt(event)));
  on($("unfold"), "click", () => shownBox && open(shownBox));

  // Finds layers by any word of their rows; Enter chooses the first.
  const words = rows.map((row) => row.textContent.toLowerCase());
  on($("find"), "input keydown search", (event) => {
    const wanted = $("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const isFound = words.map((text) => wanted.every((word) => text.includes(word))), count = isFound.filter(Boolean).length;
    rows.forEach((row, i) => (row.hidden = !isFound[i]));
    $("found").textContent = wanted.length ? (count ? `${number(count)} of ${number(rows.length)}` : "none") : "";
    if (event.key === "Enter" && count) choose(rows.indexOf([...body.rows].find((row) => !row.hidden)));
  });
  on(graph, "dblclick", (event) => boxAt(event) && open(boxAt(event)));
  on(body, "keydown", (event) => {
    const open = [...body.rows].filter((row) => !row.hidden), at = open.indexOf(event.target.closest("tr"));
    const to = { ArrowDown: open[at + 1] ?? null, ArrowUp: open[at - 1] ?? null, Home: open[0], End: open.at(-1) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (!to) return;
    choose(rows.indexOf(to));
    to.focus({ preventScroll: true });
  });

  // The depth of the graph.
  function turnTo(index) {
    view = index;
    if ($("d" + index)) $("d" + index).checked = true;
    views.forEach((v, i) => v.classList.toggle("shown", i === index));
    choose(chosen);
  }
  const open = (b) => b.dataset.n && view + 1 < views.length && turnTo(view + 1);
  all("[name=depth]").forEach((radio, index) => on(radio, "change", () => turnTo(index)));

  // Zooming changes the size of the picture in its panel; panning is the panel's own scrolling, or dragging.
  const scales = views.map(() => 1);
  function zoom(factor, x = graph.clientWidth / 2, y = graph.clientHeight / 2) {
    const svg = views[view].firstElementChild, before = scales[view], scale = (scales[view] = clamp(before * factor, 0.05, 4));
    const [px, py] = [graph.scrollLeft + x, graph.scrollTop + y];
    svg.style.width = svg.viewBox.baseVal.width * scale + "px";
    svg.style.height = svg.viewBox.baseVal.height * scale + "px";
    graph.scrollLeft = (px * scale) / before - x;
    graph.scrollTop = (py * scale) / before - y;
  }
  const zoomAt = (factor, x, y, frame = graph.getBoundingClientRect()) => zoom(factor, x - frame.left, y - frame.top);
  const fit = () => zoom(Math.min(1, (graph.clientWidth - 2) / views[view].firstElementChild.viewBox.baseVal.width) / scales[view]);
  on($("more"), "click", () => zoom(1.25));
  on($("less"), "click", () => zoom(0.8));
  on($("fit"), "click", fit);
  on(graph, "wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
  }, { passive: false });
  let held = null, isDragged = false, spread = 0;
  on(graph, "pointerdown", (event) => {
    isDragged = false;
    if (event.pointerType === "mouse" && !event.button) held = [event.clientX + graph.scrollLeft, event.clientY + graph.scrollTop, event.clientX, event.clientY];
  });
  on(window, "pointermove", (event) => {
    if (!held) return;
    isDragged ||= Math.hypot(event.clientX - held[2], event.clientY - held[3]) > 4;
    graph.classList.toggle("held", isDragged);
    if (isDragged) graph.scrollTo(held[0] - event.clientX, held[1] - event.clientY);
  });
  on(window, "pointerup", () => {
    held = null;
    graph.classList.remove("held");
  });
  on(graph, "touchmove touchend", (event) => {
    const [a, b] = event.touches, before = spread;
    spread = b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
    if (!b) return;
    event.preventDefault();
    if (before) zoomAt(spread / before, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
  }, { passive: false });
  on(graph, "keydown", (event) => {
    const here = all(".n", views[view]).sort((a, b) => a.dataset.l - b.dataset.l), at = here.findIndex((b) => spans(b, chosen));
    const go = (i, box = here[clamp(i, 0, here.length - 1)]) => choose(layerOf(box), false, box);
    const act = { ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1),
      Home: () => go(0), End: () => go(here.length), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit,
      Enter: () => open(here[at]), Backspace: () => view && turnTo(view - 1) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  // The unit: with the sliders, on the small map, or on the picture, where the one is taken whose centre is nearest.
  const follow = (target, pick) => on(target, "pointerdown pointermove", (event) => {
    if (event.type === "pointerdown") target.setPointerCapture(event.pointerId);
    const known = data.fields[data.field[shown]], rank = data.input.length;
    if (!event.buttons || !known || !known[0] || !data.units[shown]) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(target.getScreenCTM().inverse());
    unit[rank - 1] = pick(point.x, data.axes[known[0][rank - 1]]);
    if (rank > 1) unit[rank - 2] = pick(point.y, data.axes[known[0][rank - 2]]);
    draw();
  });
  if (field) {
    follow(map, (at) => Math.floor(at));
    follow(field, (at, axis) => {
      const zero = seen(axis, 0) || { first: 0, last: 0 };
      return axis[1] ? Math.round(((at - 0.5 - (zero.first + zero.last) / 2) * axis[0]) / axis[1]) : 0;
    });
    sliders.forEach((slider, a) => on(slider, "input", () => draw((unit[a] = +slider.value))));
    on($("near"), "click", () => {
      isNear = !isNear;
      $("near").setAttribute("aria-pressed", isNear);
      draw();
    });
  }
  boxes.forEach((b) => b.setAttribute("role", "option"));
  rows.forEach((row) => (row.tabIndex = -1));
  fit();
  choose(data.first, true);
})();
