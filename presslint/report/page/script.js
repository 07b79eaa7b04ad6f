// Sorts and searches the list of stories, and sets notes level with their words.
// Everything on the page can be read without it.
(() => {
  const table = document.querySelector(".list");
  const tools = document.querySelector(".tools");
  if (!table || !tools) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const [query, verdict, said] = ["input", "select", "output"].map((tag) => tools.querySelector(tag));
  const words = new Map(rows.map((row) => [row, `${row.textContent} ${row.dataset.find}`.toLowerCase()]));

  const filter = () => {
    const wanted = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = wanted.every((word) => words.get(row).includes(word));
      row.hidden = !fits || (verdict.value !== "" && row.dataset.verdict !== verdict.value);
      shown += !row.hidden;
    }
    said.textContent = shown === rows.length ? "" : `${shown} of ${rows.length}`;
  };
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", filter);
  verdict.addEventListener("change", filter);

  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.classList.contains("count") ? "descending" : "ascending";
      const now = head.getAttribute("aria-sort");
      const next = now === null ? first : now === "ascending" ? "descending" : "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", next);
      const sign = next === "ascending" ? 1 : -1;
      body.append(...rows.sort((a, b) => sign * order.compare(value(a, column), value(b, column))));
    });
  });
})();
(() => {
  const galleys = [...document.querySelectorAll(".galley")].filter((galley) => galley.querySelector(".notes"));
  const wide = matchMedia("screen and (min-width: 52.01rem)");
  const GAP = 14;

  // Reads everything first and writes after, so that the page is laid out once.
  const level = () => {
    for (const galley of galleys) galley.classList.toggle("level", wide.matches);
    const plans = galleys.map((galley) => {
      const top = galley.getBoundingClientRect().top;
      return [...galley.querySelectorAll(".notes")].map((list) => ({
        list,
        notes: [...list.children]
          .map((note) => ({
            note,
            height: note.getBoundingClientRect().height,
            words: document.getElementById(note.id.replace("-n", "-m"))?.getBoundingClientRect(),
          }))
          .filter(({ height }) => height > 0)
          .map((found) => ({ ...found, at: found.words ? found.words.top - top : 0 })),
      }));
    });
    plans.forEach((lists, number) => {
      let low = -GAP;
      for (const { list, notes } of lists) {
        list.style.top = "";
        if (!notes.length || !wide.matches) continue;
        list.style.top = `${Math.max(notes[0].at, low + GAP)}px`;
        let bottom = Math.max(notes[0].at, low + GAP);
        notes.forEach(({ note, height, at }, index) => {
          const start = index ? Math.max(at, bottom + GAP) : bottom;
          note.style.marginTop = index ? `${start - bottom}px` : "0";
          bottom = start + height;
        });
        low = bottom;
      }
      galleys[number].style.minHeight = wide.matches ? `${low}px` : "";
    });
    if (!wide.matches) for (const note of document.querySelectorAll(".note")) note.style.marginTop = "";
  };

  let width = 0;
  new ResizeObserver(() => {
    if (width !== document.documentElement.clientWidth) {
      width = document.documentElement.clientWidth;
      level();
    }
  }).observe(document.documentElement);
  document.getElementById("suggestions")?.addEventListener("change", level);
  document.fonts?.ready.then(level);
})();
