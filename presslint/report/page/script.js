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
  const wide = matchMedia("screen and (min-width: 52.01rem)");
  const near = new Set(); // galleys on or close to the screen: the others are not laid out at all
  const GAP = 14;

  // Reads everything first and writes after, so that the browser lays the galleys out once.
  const level = (galleys) => {
    for (const galley of galleys) galley.classList.toggle("level", wide.matches);
    const plans = galleys.map((galley) => {
      const top = galley.getBoundingClientRect().top;
      const lists = [...galley.querySelectorAll(".notes")];
      return lists.map((list) => ({
        list,
        notes: [...list.children]
          .map((note) => {
            const words = document.getElementById(note.id.replace("-n", "-m"));
            const at = words ? words.getBoundingClientRect().top - top : 0;
            return { note, at, height: note.getBoundingClientRect().height };
          })
          .filter(({ height }) => height > 0),
      }));
    });
    plans.forEach((lists, number) => {
      let bottom = -GAP;
      for (const { list, notes } of lists) {
        notes.forEach(({ note, at, height }, index) => {
          const start = Math.max(at, bottom + GAP);
          if (index === 0) list.style.top = `${start}px`;
          note.style.marginTop = wide.matches ? `${index ? start - bottom : 0}px` : "";
          bottom = start + height;
        });
      }
      galleys[number].style.minHeight = wide.matches ? `${bottom}px` : "";
    });
  };

  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) near[entry.isIntersecting ? "add" : "delete"](entry.target);
    level(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
  }, { rootMargin: "100% 0px" });
  const galleys = [...document.querySelectorAll(".galley:has(.notes)")];
  level(galleys.slice(0, 2)); // at once, so that nothing jumps when the page opens
  for (const galley of galleys) watch.observe(galley);
  let width = document.documentElement.clientWidth;
  new ResizeObserver(() => {
    if (width === document.documentElement.clientWidth) return;
    width = document.documentElement.clientWidth;
    level([...near]);
  }).observe(document.documentElement);
  document.getElementById("suggestions")?.addEventListener("change", () => level([...near]));
})();
