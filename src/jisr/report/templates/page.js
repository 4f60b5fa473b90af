const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");
const specifications = read("specifications");
const { steps = {}, sources = {} } = read("explanations");
const picked = {};
const views = {};
const NARROW = 480;
const NARROW_LABEL = 195;

const made = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

/* Pictures: drawn when they come near, linked by what is picked. */

/* On a telephone, a picture of named rows keeps room for its names and notes and is drawn smaller instead. */
const inRows = (specification) => (specification.layer ?? [specification]).some((one) => one.encoding?.y?.axis?.labelLimit);

const fitted = (specification, width) => {
  if (width >= NARROW) return specification;
  const copy = structuredClone(specification);
  copy.config.legend = { columns: 2 };
  for (const one of copy.layer ?? [copy]) {
    const axis = one.encoding?.y?.axis;
    if (axis?.labelLimit) axis.labelLimit = NARROW_LABEL;
  }
  if (inRows(copy)) copy.width = NARROW;
  return copy;
};

const shrunk = (svg) => {
  svg.setAttribute("width", "100%");
  svg.removeAttribute("height");
};

const pick = (choice, value) => {
  picked[choice] = value;
  for (const select of document.querySelectorAll(`select[data-choice="${choice}"]`)) {
    if ([...select.options].some((option) => option.value === value)) select.value = value;
  }
  for (const { view, choice: own, first } of Object.values(views)) {
    if (own === choice) view.signal("picked", value || first).runAsync();
  }
};

const draw = async (figure) => {
  const place = figure.querySelector(".chart");
  const id = place.id.replace("chart-", "");
  const still = place.querySelector("img");
  const width = place.clientWidth;
  const live = made("div", "", "live");
  place.append(live);
  const { view } = await window.jisrEmbed(live, fitted(specifications[id], width), { actions: false, renderer: "svg", ast: true });
  still.classList.add("drawn");
  const drawing = live.querySelector("svg");
  drawing.setAttribute("aria-hidden", "true");
  if (width < NARROW && inRows(specifications[id])) shrunk(drawing);
  view.addEventListener("click", (_event, item) => {
    const address = item?.datum?.address || (item?.mark?.role === "mark" && !figure.dataset.choice && place.dataset.address);
    if (address && steps[address]) explain(address);
  });
  const { choice } = figure.dataset;
  if (!choice) return;
  const first = view.signal("picked");
  views[id] = { view, choice, first };
  if (picked[choice]) view.signal("picked", picked[choice]).runAsync();
  view.addEventListener("click", (_event, item) => {
    const found = item?.datum?.[choice];
    if (found) pick(choice, found === picked[choice] ? "" : found);
  });
};

for (const select of document.querySelectorAll("select[data-choice]")) {
  select.addEventListener("change", () => pick(select.dataset.choice, select.value));
}

const near = new IntersectionObserver((entries) => {
  for (const entry of entries.filter((one) => one.isIntersecting)) {
    near.unobserve(entry.target);
    draw(entry.target);
  }
}, { rootMargin: "300px" });
for (const figure of document.querySelectorAll("figure")) near.observe(figure);

/* Explanations: every number with an address opens its chain, a step at a time. */

const described = (step) => {
  const line = made("p", "", "step");
  line.append(made("b", step.name || step.kind));
  if (step.name) line.append(" ", made("small", step.kind));
  if (step.value) line.append(" ", made("bdi", step.value, "value"));
  if (step.basis) line.append(" ", made("span", step.basisText, `badge ${step.basis}`));
  if (step.age) line.append(" ", made("small", step.age));
  return line;
};

const chain = (address, open, above) => {
  const step = steps[address];
  const box = made("div");
  if (!step) return box;
  box.append(described(step));
  const code = made("code", address);
  code.dir = "ltr";
  box.append(code);
  if (step.reason) box.append(made("p", step.reason, "note"));
  for (const id of step.evidence ?? []) box.append(made("p", sources[id] ?? id, "note"));
  const parts = (step.parts ?? []).filter((part) => steps[part] && !above.includes(part));
  if (!parts.length) return box;
  const details = made("details");
  details.append(made("summary", `${document.querySelector(".chain").dataset.madeOf} (${parts.length})`));
  const list = made("ul");
  details.append(list);
  const fill = () => {
    if (list.childElementCount) return;
    for (const part of parts) {
      const item = made("li");
      item.append(chain(part, false, [...above, address]));
      list.append(item);
    }
  };
  details.addEventListener("toggle", fill, { once: true });
  if (open) {
    fill();
    details.open = true;
  }
  box.append(details);
  return box;
};

const dialog = document.getElementById("explanation");
const explain = (address) => {
  dialog.querySelector(".chain").replaceChildren(chain(address, true, []));
  dialog.showModal();
};

for (const number of document.querySelectorAll(".why")) {
  number.setAttribute("role", "button");
  number.setAttribute("aria-haspopup", "dialog");
  number.tabIndex = 0;
  number.addEventListener("click", () => explain(number.dataset.address));
  number.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    explain(number.dataset.address);
  });
}
/* A figure without a chain of its own opens that of its row, its column or its table. */
const nearest = (cell) =>
  cell.querySelector(".why") ??
  cell.parentElement.querySelector("th .why") ??
  cell.closest("table").querySelector(`th[data-column="${cell.cellIndex}"] .why`) ??
  cell.closest("table").querySelector("caption .why");

for (const table of document.querySelectorAll("table")) {
  if (!table.querySelector(".why")) continue;
  table.classList.add("asked");
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td.number");
    if (!cell?.innerText.trim() || event.target.closest(".why")) return;
    const number = nearest(cell);
    if (number) explain(number.dataset.address);
  });
}
document.documentElement.classList.add("scripted");
