"use strict";
// Draws every figure again from its data, at the width of the page, so that pointing at a mark tells what it is.
(() => {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const ink = "#1b2730";
  const muted = "#51606b";
  const grid = "#e3e6e8";

  const axisMarks = (panel, width) => {
    const every = width < 520 && panel.x.ticks.length > 6 ? 2 : 1;
    const ticks = panel.x.ticks.filter((tick, i) => (panel.x.ticks.length - 1 - i) % every === 0);
    const values = list => list.map(tick => tick.value);
    const label = list => value => list.find(tick => tick.value === value).label;
    return [
      Plot.gridX(values(ticks), {stroke: grid, strokeOpacity: 1}),
      Plot.gridY(values(panel.y.ticks), {stroke: grid, strokeOpacity: 1}),
      Plot.axisX(values(ticks), {tickFormat: label(ticks), tickSize: 0, fill: muted, label: panel.x.title || null,
        labelAnchor: "right", labelArrow: "none", labelOffset: 36}),
      Plot.axisY(values(panel.y.ticks), {tickFormat: label(panel.y.ticks), tickSize: 0, fill: muted,
        label: panel.y.title || null, labelAnchor: "top", labelArrow: "none"})
    ];
  };

  const textMarks = labels => [true, false].flatMap(atEnd => {
    const some = labels.filter(label => label.atEnd === atEnd);
    const headings = some.filter(label => label.isHeading);
    const rest = some.filter(label => !label.isHeading);
    const anchor = {textAnchor: atEnd ? "end" : "start", fill: ink};
    return [
      Plot.text(headings, {x: "x", y: "y", text: "text", fontWeight: 600, ...anchor}),
      Plot.text(rest, {x: "x", y: "y", text: "text", dx: atEnd ? -4 : 4, stroke: "white", ...anchor})
    ];
  });

  const barOf = ([x1, x2, y1, y2, series, says]) => ({x1, x2, y1, y2, series, says});

  // The n-th dot is the n-th row of the figure's numbers.
  const dotOf = (rows, sentence) => ([x, y, series], i) => {
    const [choices, credits] = rows[i].cells;
    const places = {choices: choices.textContent, credits: credits.textContent};
    return {x, y, series, says: sentence.replace(/\{(\w+)\}/g, (whole, place) => places[place])};
  };

  const drawn = (data, rows, {series, dotSays}, width) => {
    const panel = {...data, bars: data.bars.map(barOf), dots: data.dots.map(dotOf(rows, dotSays))};
    const colour = mark => series[mark.series].colour;
    const told = panel.bars.filter(bar => bar.says);
    const tip = {fontSize: 13, lineWidth: 22, title: "says"};
    return Plot.plot({
      width, height: panel.height, marginTop: panel.top, marginRight: panel.right, marginBottom: panel.bottom,
      marginLeft: panel.left, style: {fontSize: "12px", overflow: "visible"},
      x: {type: "linear", domain: [panel.x.from, panel.x.to], axis: null},
      y: {type: "linear", domain: [panel.y.from, panel.y.to], axis: null},
      marks: [
        ...axisMarks(panel, width),
        Plot.rect(panel.bars, {x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: colour, stroke: bar => bar.says ? muted : "none",
          strokeWidth: 0.75}),
        Plot.link(panel.rules, {x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: ink,
          strokeDasharray: panel.rules.some(rule => rule.isDashed) ? "5 3" : "none"}),
        Plot.dot(panel.dots, {x: "x", y: "y", r: 2, fill: colour}),
        ...textMarks(panel.labels),
        Plot.tip(told, Plot.pointer({x: bar => (bar.x1 + bar.x2) / 2, y: bar => (bar.y1 + bar.y2) / 2, maxRadius: 60, ...tip})),
        Plot.tip(panel.dots, Plot.pointer({x: "x", y: "y", maxRadius: 60, ...tip}))
      ]
    });
  };

  const draw = (figure, place) => {
    const picture = document.querySelector(`#figure-${place} .picture`);
    const rows = document.querySelectorAll(`#figure-${place} details tbody tr`);
    const width = Math.max(280, Math.min(840, picture.clientWidth));
    const drawings = figure.panels.map(panel => {
      const svg = drawn(panel, rows, figure, width);
      // A picture is one thing to those who listen; the names of Plot's groups are for those who read the source.
      for (const group of svg.querySelectorAll("g[aria-label]")) {
        group.dataset.marks = group.getAttribute("aria-label");
        group.removeAttribute("aria-label");
      }
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", panel.says);
      return svg;
    });
    picture.replaceChildren(...drawings);
  };

  figures.forEach(draw);
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    figures.forEach(draw);
  });
})();
