"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const root = document.documentElement;
  const list = $("list"), graph = $("graph"), field = $("field"), map = $("map");
  const body = list.querySelector("tbody"), rows = [...body.rows];
  const heads = [...list.querySelectorAll("thead th")];
  const views = [...document.querySelectorAll(".view")];
  const boxes = [...document.querySelectorAll(".n")];
  const lines = [...document.querySelectorAll(".e")];
  let chosen = -1, shown = -1, unit = [], isNear = false;
  const scales = views.map(() => 1);
  root.classList.add("js");

  const layerOf = (box) => +box.dataset.l;
  const spans = (box, layer) => layer <= layerOf(box) && layer > layerOf(box) - (box.dataset.n || 1);
  const view = () => views.findIndex((v) => v.classList.contains("shown"));
  const clamp = (x, low, high) => Math.max(low, Math.min(high, x));
  const number = (x) => (x < 0 ? "−" : "") + Math.abs(x).toLocaleString("en-US");
  const element = (name, attributes = {}, text = "") => {
    const made = document.createElementNS(name === "rect" || name === "path" ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml", name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.textContent = text;
    return made;
  };

  // The rows that a unit sees along an axis: the first, the last, their number, and the runs that are seen.
  const seen = ([period, step, isExact, sets], unit) => {
    const turn = Math.floor(unit / period), set = sets[unit - turn * period], runs = [];
    let count = 0, parts = 0;
    for (let k = 0; k < set.length; k += 5) parts += set[k + 4] * (set[k + 1] === 1 ? 1 : set[k + 2]);
    for (let k = 0; k < set.length; k += 5) {
      const [first, gap, width, pitch, blocks] = set.slice(k, k + 5);
      count += width * blocks;
      if (parts > 20000) {
        const last = first + gap * (pitch * (blocks - 1) + width - 1);
        if (runs.length) runs[0][1] = last + turn * step; else runs.push([first + turn * step, last + turn * step]);
        continue;
      }
      for (let j = 0; j < blocks; j++)
        for (let i = 0; i < (gap === 1 ? 1 : width); i++) {
          const row = first + gap * (i + pitch * j) + turn * step;
          runs.push([row, gap === 1 ? row + width - 1 : row]);
        }
    }
    if (!runs.length) return null;
    return { first: runs[0][0], last: runs[runs.length - 1][1], count, runs, isExact };
  };
  const gaps = (rows) => rows.runs.slice(1).map((run, i) => [rows.runs[i][1] + 1, run[0] - rows.runs[i][1] - 1]).filter((gap) => gap[1] > 0);
  const box = (x, y, w, h) => `M${x} ${y}h${w}v${h}H${x}z`;
  const divisor = (a, b) => (b ? divisor(b, a % b) : a);

  function draw(layer) {
    if (!field) return;
    const units = data.units[layer], what = data.fields[data.field[layer]], axes = what && what[0];
    const note = $("note"), over = $("over"), table = $("axes");
    const gate = what && what[1] >= 0 ? rows[what[1]].cells[1].textContent : "";
    let text = "";
    if (!what) text = "The receptive field is not known.";
    else if (gate) text = `Sees everything, through ${gate}${axes ? "; the dashed field is that of the other paths" : ""}.`;
    else if (!units) text = "Its field has other axes than the input that is drawn.";
    else if (what[2]) text = "The map is flattened: each entry still sees what its former place did.";
    note.textContent = text;
    note.hidden = !text;
    field.classList.toggle("part", !!gate);
    over.replaceChildren();
    table.replaceChildren();
    $("unit").style.visibility = units && axes ? "" : "hidden";
    const names = [...document.querySelectorAll("#unit label")].map((label) => label.firstChild.textContent.trim());
    const rank = data.input.length, width = data.input[rank - 1];
    const height = rank > 1 ? data.input[rank - 2] : Math.max(1, Math.floor(width / 4));
    if (!units || !axes) {
      field.setAttribute("viewBox", `0 0 ${width} ${height}`);
      $("words").textContent = "";
      if ($("slices")) $("slices").replaceChildren();
      return;
    }
    unit = units.map((count, a) => clamp(unit[a] ?? count >> 1, 0, count - 1));
    const windows = axes.map((a) => data.axes[a]), see = windows.map((w, a) => seen(w, unit[a]));
    $("words").textContent = `unit ${unit.join(", ")} of ${units.join("×")}`;
    windows.forEach((window, a) => {
      const [period, step] = window, d = divisor(step, period) || 1, now = see[a];
      const sizes = window[3].map((_, u) => seen(window, u)).map((s) => (s ? s.last - s.first + 1 : 0));
      const stride = period === 1 ? step : "~" + step / d + (period === d ? "" : "/" + period / d);
      const start = period === 1 ? seen(window, 0) : null;
      const cells = [
        number(Math.max(...sizes)), stride, start ? number(-start.first) : "–",
        now ? `${number(now.first)} … ${number(now.last)}` : "nothing",
        now ? (now.isExact ? number(now.last - now.first + 1 - now.count) : "?") : "–",
      ];
      const row = element("tr");
      row.append(element("th", { scope: "row" }, names[a]), ...cells.map((cell) => element("td", {}, cell)));
      table.append(row);
    });
    const part = (a, extent) => {
      if (a < 0) return [0, extent];
      const margin = Math.floor((extent * 7) / 20), low = seen(windows[a], 0), high = seen(windows[a], units[a] - 1);
      const before = low ? clamp(-low.first, 0, margin) : 0;
      return [-before, before + extent + (high ? clamp(high.last - extent + 1, 0, margin) : 0)];
    };
    const columns = see[rank - 1], lines = rank > 1 ? see[rank - 2] : { first: 0, last: height - 1, count: height, runs: [[0, height - 1]] };
    let [x, w] = part(rank - 1, width), [y, h] = part(rank - 2, height);
    if (isNear && columns && lines) {
      const side = Math.max(columns.last - columns.first, rank > 1 ? lines.last - lines.first : 0) + 1;
      const room = Math.max(2, Math.ceil(side / 6));
      [x, w] = [columns.first - room, columns.last - columns.first + 1 + 2 * room];
      if (rank > 1) [y, h] = [lines.first - room, lines.last - lines.first + 1 + 2 * room];
    }
    field.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    if (columns && lines) {
      const [cw, lh] = [columns.last - columns.first + 1, lines.last - lines.first + 1];
      const [left, right] = [Math.max(0, columns.first), Math.min(width, columns.last + 1)];
      const [top, bottom] = [Math.max(0, lines.first), Math.min(height, lines.last + 1)];
      const hole = left < right && top < bottom ? box(left, top, right - left, bottom - top) : "";
      over.append(
        element("path", { id: "veil", "fill-rule": "evenodd", d: box(0, 0, width, height) + hole }),
        element("path", { id: "gaps", d: gaps(lines).map(([at, n]) => box(columns.first, at, cw, n)).join("") + gaps(columns).map(([at, n]) => box(at, lines.first, n, lh)).join("") }),
        element("rect", { id: "seen", x: columns.first, y: lines.first, width: cw, height: lh }));
    }
    if ($("slices")) {
      const depth = data.input[0], made = [];
      for (let s = 0; s < Math.min(depth, 512); s++) {
        const isSeen = see[0] && see[0].runs.some((run) => s >= run[0] && s <= run[1]);
        made.push(element("rect", { class: isSeen ? "in" : "out", x: s + 0.06, y: 0, width: 0.88, height: 1 }));
      }
      $("slices").replaceChildren(...made);
    }
    const [across, down] = [units[rank - 1], rank > 1 ? units[rank - 2] : 1];
    map.setAttribute("viewBox", `0 0 ${across} ${down}`);
    map.setAttribute("preserveAspectRatio", across > 4 * down || down > 4 * across ? "none" : "xMidYMid");
    let grid = "";
    for (let i = 1; i < across && across <= 32; i++) grid += `M${i} 0v${down}`;
    for (let i = 1; i < down && down <= 32; i++) grid += `M0 ${i}h${across}`;
    const least = Math.max(1, across / 40), mark = Math.max(1, down > 1 ? down / 40 : 1);
    map.replaceChildren(element("path", { d: grid }), element("rect", {
      x: clamp(unit[rank - 1] - (least - 1) / 2, 0, across - least), y: clamp((rank > 1 ? unit[rank - 2] : 0) - (mark - 1) / 2, 0, down - mark), width: least, height: mark }));
    units.forEach((count, a) => {
      $("u" + a).max = count - 1;
      $("u" + a).value = unit[a];
    });
  }

  // Shows the figures of a layer, and marks it in the table and in the graph.
  function show(layer) {
    if (layer === shown || layer < 0) return;
    if (shown >= 0) rows[shown].classList.remove("on");
    shown = layer;
    rows[layer].classList.add("on");
    for (const b of boxes) b.classList.toggle("on", spans(b, layer));
    for (const l of lines) l.classList.toggle("on", +l.dataset.s === layer);
    const cells = [...rows[layer].cells].map((cell) => cell.textContent);
    $("name").textContent = cells[1];
    $("about").textContent = `${cells[2]} · ${cells[3]}`;
    $("figures").replaceChildren(...cells.slice(4).map((cell, i) => {
      const line = element("div");
      line.append(element("dt", {}, heads[i + 4].textContent), element("dd", {}, cell));
      return line;
    }));
    draw(layer);
  }

  function choose(layer, from) {
    layer = clamp(layer, 0, rows.length - 1);
    if (chosen >= 0) {
      rows[chosen].classList.remove("at");
      rows[chosen].removeAttribute("aria-current");
      rows[chosen].tabIndex = -1;
    }
    chosen = layer;
    rows[layer].classList.add("at");
    rows[layer].setAttribute("aria-current", "true");
    rows[layer].tabIndex = 0;
    graph.removeAttribute("aria-activedescendant");
    for (const b of boxes) {
      const isHere = spans(b, layer);
      b.classList.toggle("at", isHere);
      b.setAttribute("aria-selected", isHere);
      if (isHere && views[view()].contains(b)) {
        graph.setAttribute("aria-activedescendant", b.id);
        if (from !== "start") reveal(graph, b.getBoundingClientRect());
      }
    }
    if (from !== "start") reveal(list, rows[layer].getBoundingClientRect());
    show(layer);
  }

  // Scrolls a panel, and only it, so that a part of it is seen.
  function reveal(panel, part) {
    const frame = panel.getBoundingClientRect(), room = 40;
    if (part.top < frame.top + room) panel.scrollTop -= frame.top + room - part.top;
    else if (part.bottom > frame.bottom - room) panel.scrollTop += part.bottom - frame.bottom + room;
    if (part.left < frame.left) panel.scrollLeft -= frame.left - part.left + room;
    else if (part.right > frame.right) panel.scrollLeft += Math.min(part.right - frame.right + room, part.left - frame.left);
  }

  // Sorting: by what is true, not by what is written; what is not known comes last.
  const columns = { 3: 0, 4: 1, 5: 2, 6: 3, 7: 3, 8: 4 };
  function sort(column) {
    const isText = column === 1 || column === 2, was = heads[column].getAttribute("aria-sort");
    const isUp = was ? was !== "ascending" : isText || column === 0;
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", isUp ? "ascending" : "descending");
    const key = (i) => (column === 0 ? i : isText ? rows[i].cells[column].textContent : data.keys[columns[column]][i]);
    const order = rows.map((_, i) => i).sort((i, j) => {
      const [a, b] = [key(i), key(j)];
      if (a === null || b === null) return (a === null) - (b === null) || i - j;
      return (a < b ? -1 : a > b ? 1 : 0) * (isUp ? 1 : -1) || i - j;
    });
    body.append(...order.map((i) => rows[i]));
  }
  heads.forEach((head, column) => head.firstChild.addEventListener("click", () => sort(column)));

  // Choosing and looking, in either view.
  const rowAt = (event) => rows.indexOf(event.target.closest("tbody tr"));
  const boxAt = (event) => event.target.closest(".n");
  body.addEventListener("click", (event) => choose(rowAt(event), "list"));
  body.addEventListener("pointerover", (event) => event.pointerType === "mouse" && show(rowAt(event)));
  body.addEventListener("focusin", (event) => show(rowAt(event)));
  list.addEventListener("pointerleave", () => show(chosen));
  body.addEventListener("keydown", (event) => {
    const row = event.target.closest("tr"), step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling", Home: "first", End: "last" }[event.key];
    if (!row || !step) return;
    event.preventDefault();
    const to = step === "first" ? body.firstElementChild : step === "last" ? body.lastElementChild : row[step];
    if (to) {
      choose(rows.indexOf(to), "list");
      to.focus({ preventScroll: true });
    }
  });
  graph.addEventListener("pointerover", (event) => event.pointerType === "mouse" && !held && boxAt(event) && show(Math.min(layerOf(boxAt(event)), rows.length - 1)));
  graph.addEventListener("pointerleave", () => show(chosen));
  graph.addEventListener("dblclick", (event) => boxAt(event) && open(boxAt(event)));
  graph.addEventListener("click", (event) => !moved && boxAt(event) && choose(layerOf(boxAt(event)), "graph"));

  // The depth of the graph.
  function turnTo(index) {
    const radio = $("d" + index);
    if (radio) radio.checked = true;
    views.forEach((v, i) => v.classList.toggle("shown", i === index));
    if (chosen >= 0) choose(chosen, "depth");
  }
  document.querySelectorAll("[name=depth]").forEach((radio) => radio.addEventListener("change", () => turnTo(+radio.value)));
  const open = (b) => b.dataset.n && view() + 1 < views.length && turnTo(view() + 1);

  // Zooming changes the size of the picture in its panel; panning is the panel's own scrolling, and dragging.
  function zoom(factor, x = graph.clientWidth / 2, y = graph.clientHeight / 2) {
    const index = view(), svg = views[index].firstElementChild, before = scales[index];
    const scale = clamp(before * factor, 0.05, 4), [px, py] = [graph.scrollLeft + x, graph.scrollTop + y];
    scales[index] = scale;
    svg.style.width = svg.viewBox.baseVal.width * scale + "px";
    svg.style.height = svg.viewBox.baseVal.height * scale + "px";
    graph.scrollLeft = (px * scale) / before - x;
    graph.scrollTop = (py * scale) / before - y;
  }
  const fit = () => zoom(Math.min(1, (graph.clientWidth - 2) / views[view()].firstElementChild.viewBox.baseVal.width) / scales[view()]);
  $("more").addEventListener("click", () => zoom(1.25));
  $("less").addEventListener("click", () => zoom(0.8));
  $("fit").addEventListener("click", fit);
  graph.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const frame = graph.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  let held = null, moved = false, spread = 0;
  graph.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType === "mouse" && event.button === 0) held = [event.clientX, event.clientY, graph.scrollLeft, graph.scrollTop];
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const [dx, dy] = [event.clientX - held[0], event.clientY - held[1]];
    moved ||= Math.hypot(dx, dy) > 4;
    graph.classList.toggle("held", moved);
    if (moved) [graph.scrollLeft, graph.scrollTop] = [held[2] - dx, held[3] - dy];
  });
  addEventListener("pointerup", () => {
    held = null;
    graph.classList.remove("held");
  });
  const pinch = (touches) => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
  graph.addEventListener("touchmove", (event) => {
    if (event.touches.length !== 2) return (spread = 0);
    event.preventDefault();
    const [now, frame] = [pinch(event.touches), graph.getBoundingClientRect()], [a, b] = event.touches;
    if (spread) zoom(now / spread, (a.clientX + b.clientX) / 2 - frame.left, (a.clientY + b.clientY) / 2 - frame.top);
    spread = now;
  }, { passive: false });
  graph.addEventListener("touchend", () => (spread = 0));
  graph.addEventListener("keydown", (event) => {
    const here = boxes.filter((b) => views[view()].contains(b)).sort((a, b) => layerOf(a) - layerOf(b));
    const at = here.findIndex((b) => spans(b, chosen)), go = (i) => choose(layerOf(here[clamp(i, 0, here.length - 1)]), "graph");
    const action = {
      ArrowDown: () => go(at + 1), ArrowRight: () => go(at + 1), ArrowUp: () => go(at - 1), ArrowLeft: () => go(at - 1),
      Home: () => go(0), End: () => go(here.length - 1), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit,
      Enter: () => here[at] && open(here[at]), Backspace: () => view() > 0 && turnTo(view() - 1),
    }[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });

  // The unit: on the small map, with the sliders, or on the picture, where the unit whose window's centre is nearest is taken.
  if (field) {
    const rank = data.input.length;
    const setUnit = (axis, value) => {
      unit[axis] = value;
      draw(shown);
    };
    const follow = (target, pick) => {
      const move = (event) => {
        const matrix = target.getScreenCTM(), units = data.units[shown];
        if (!matrix || !units || !data.fields[data.field[shown]][0]) return;
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
        unit[rank - 1] = pick(point.x, rank - 1);
        if (rank > 1) unit[rank - 2] = pick(point.y, rank - 2);
        draw(shown);
      };
      target.addEventListener("pointerdown", (event) => {
        if (shown !== chosen) show(chosen);
        target.setPointerCapture(event.pointerId);
        move(event);
      });
      target.addEventListener("pointermove", (event) => event.buttons && move(event));
    };
    follow(map, (at) => Math.floor(at));
    follow(field, (at, a) => {
      const window = data.axes[data.fields[data.field[shown]][0][a]], zero = seen(window, 0) || { first: 0, last: 0 };
      return window[1] ? Math.round(((at - 0.5 - (zero.first + zero.last) / 2) * window[0]) / window[1]) : 0;
    });
    data.input.forEach((_, a) => $("u" + a).addEventListener("input", (event) => setUnit(a, +event.target.value)));
    $("near").addEventListener("click", () => {
      isNear = !isNear;
      $("near").setAttribute("aria-pressed", isNear);
      draw(shown);
    });
  }
  boxes.forEach((b) => b.setAttribute("role", "option"));
  rows.forEach((row) => (row.tabIndex = -1));
  views.forEach((v, i) => v.classList.contains("shown") && fit());
  choose(data.first, "start");
})();
