// The list as a tool: filter, sort, open a story, step from finding to finding, mark what is done.
// Everything on the page can be read without it: what it sets on demand stands in `noscript` elements.
(() => {
  const data = JSON.parse(document.querySelector("script.data")?.textContent ?? "null");
  if (!data) return;
  const STEP = 50; // stories set at a time
  const FEW = 5; // findings of a story in the list, until it is asked for more
  const RANK = { error: 3, warning: 2, suggestion: 1 };
  const find = (selector, root = document) => root.querySelector(selector);
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  const number = (count, noun) => `${count.toLocaleString("en")} ${count === 1 ? noun : noun.replace(/y$/, "ie") + "s"}`;
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const parsed = (html) => {
    const holder = document.createElement("template"); // nothing in it runs or loads
    holder.innerHTML = html;
    return holder.content.firstElementChild;
  };

  // -- what the browser keeps: findings that are done, and whether keys are used --------------------

  const kept = (name, otherwise) => {
    try {
      return JSON.parse(localStorage.getItem(name)) ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch {
      find(".lasting").textContent = "What is done is forgotten with this page: the browser lets it keep nothing.";
    }
  };
  const DONE = "presslint:done";
  const USE_KEYS = "presslint:keys";
  let done = new Set();
  const recall = () => {
    done = new Set([kept(DONE, [...done])].flat());
  };
  const remember = (key, yes) => {
    recall(); // another window may have marked more
    done[yes ? "add" : "delete"](key);
    keep(DONE, [...done]);
  };

  // -- the stories --------------------------------------------------------------------------------

  // The stories of a list, each with the piece of HTML that it is set from.
  const read = (name, stories) => {
    const html = find(`noscript.${name}`)?.textContent ?? "";
    const pieces = html.split(/(?=<li class="entry">)/).slice(1); // no text of a story holds a “<”
    return stories.map((story, place) => ({
      ...story,
      place,
      html: pieces[place],
      shown: [],
      findings: story.findings.map((finding) => ({
        ...finding,
        key: `${story.file} ${finding.mark}`,
      })),
    }));
  };
  const wordsOf = (each) => (each.words ??= plain(`${each.title} ${each.more}`));
  const says = (finding) => (finding.words ??= plain(`${finding.message} ${data.rules[finding.rule]}`));
  const stories = read("list", data.stories);
  const ready = read("clean", data.clean);
  const bySlug = new Map(stories.map((each) => [each.slug, each]));
  const copies = new Map(every("noscript[data-story]").map((each) => [each.dataset.story, each]));

  // -- filter and sort ----------------------------------------------------------------------------

  const tools = find(".tools");
  const value = (name) => tools.elements[name]?.value ?? "";
  const letters = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const byName = (key) => (a, b) => letters.compare(key(a), key(b)) || a.place - b.place;
  const ORDERS = {
    worst: (a, b) => a.place - b.place,
    newest: (a, b) => (a.day < b.day) - (a.day > b.day) || a.place - b.place,
    oldest: (a, b) => !a.day - !b.day || (a.day > b.day) - (a.day < b.day) || a.place - b.place,
    title: byName((each) => each.title),
    desk: byName((each) => data.desks[each.desk[0]] ?? ""),
    author: byName((each) => data.authors[each.authors[0]] ?? ""),
  };
  let listed = []; // stories that fit, in order, each with the findings that fit
  let atHand = [];
  let from = 0; // the stretch of `listed` that is set
  let to = STEP;

  const update = () => {
    const [desk, author, rule] = ["desk", "author", "rule"].map((name) => value(name) && Number(value(name)));
    const least = RANK[value("level")] ?? 1;
    const hide = tools.elements.hide.checked;
    const wanted = plain(value("find")).split(/\s+/).filter(Boolean);
    const filed = (each) => (desk === "" || each.desk.includes(desk)) && (author === "" || each.authors.includes(author));
    document.body.dataset.level = value("level");
    for (const each of stories) {
      const missing = wanted.filter((word) => !wordsOf(each).includes(word));
      each.shown = !filed(each) ? [] : each.findings.filter((finding) =>
        RANK[finding.level] >= least && (rule === "" || finding.rule === rule)
        && !(hide && done.has(finding.key)) && missing.every((word) => says(finding).includes(word)));
    }
    listed = stories.filter((each) => each.shown.length).sort(ORDERS[value("sort")]);
    atHand = rule !== "" ? [] : ready.filter((each) => filed(each) && wanted.every((word) => wordsOf(each).includes(word)))
      .sort(ORDERS[value("sort")]);
    from = 0;
    to = STEP;
    show();
  };

  const show = () => {
    list.replaceChildren(...listed.slice(from, to).map(set));
    offer(earlier, from, "before");
    offer(more, listed.length - to, "more");
    openAll.hidden = !listed.length;
    if (clean) {
      clean.hidden = !atHand.length;
      find("b", clean).textContent = number(atHand.length, "story");
      if (clean.open) fill();
    }
    tell();
  };

  const offer = (button, rest, which) => {
    button.hidden = rest <= 0;
    button.textContent = `Show ${Math.min(rest, STEP)} ${which}, of ${number(Math.max(rest, 0), "story")}`;
  };

  const tell = () => {
    const shown = listed.reduce((sum, each) => sum + each.shown.length, 0);
    const all = stories.reduce((sum, each) => sum + each.findings.length, 0);
    const finished = stories.reduce((sum, each) => sum + each.findings.filter(({ key }) => done.has(key)).length, 0);
    const of = shown === all ? "" : ` of ${all.toLocaleString("en")}`;
    said.textContent = `${shown.toLocaleString("en")}${of} ${all === 1 ? "finding" : "findings"} in `
      + `${number(listed.length, "story")}${finished ? `; ${finished.toLocaleString("en")} done` : ""}.`;
  };

  // A story of the list, its findings cut to those that fit.
  const set = (each) => {
    if (!each.node) {
      each.node = parsed(each.html);
      each.more = make("button", { type: "button", className: "plain" });
      each.more.addEventListener("click", () => {
        const first = each.shown.find(({ line }) => line.hidden);
        each.all = true;
        set(each);
        find("a", first.line).focus();
      });
      find(".found", each.node).after(each.more);
      find("h3 a", each.node).setAttribute("aria-expanded", "false");
      const lines = [...find(".found", each.node).children];
      each.findings.forEach((finding, index) => {
        finding.line = lines[index];
        finding.line.append(tick(finding));
      });
    }
    const gravest = [...each.shown].sort((a, b) => RANK[b.level] - RANK[a.level]);
    const few = each.all || each.shown.length === FEW + 1 ? each.shown : gravest.slice(0, FEW);
    for (const finding of each.findings) {
      finding.line.hidden = !few.includes(finding);
      paint(finding);
    }
    each.more.hidden = few.length === each.shown.length;
    each.more.textContent = `${each.shown.length - few.length} more in this story`;
    return each.node;
  };

  const fill = () => readyList.replaceChildren(...atHand.map((each) => (each.node ??= parsed(each.html))));

  const tick = (finding) => {
    const box = make("input", { type: "checkbox", checked: done.has(finding.key) });
    box.setAttribute("aria-label", `Done: ${find("a", finding.line).lastChild.textContent}`);
    box.addEventListener("change", () => mark(finding, box.checked));
    return make("label", { className: "done" }, box, " Done");
  };

  const mark = (finding, yes) => {
    remember(finding.key, yes);
    paint(finding);
    tell();
  };

  const paint = (finding) => {
    const yes = done.has(finding.key);
    for (const place of [finding.line, document.getElementById(finding.id.replace("-m", "-n"))]) {
      place?.classList.toggle("finished", yes);
      const box = place && find(".done input", place);
      if (box) box.checked = yes;
    }
  };

  // -- open and close -----------------------------------------------------------------------------

  const opened = (each) => each.node && find("article", each.node);

  const open = (each) => {
    const shown = listed.indexOf(each);
    if (shown < 0) {
      tools.reset();
      tools.elements.level.value = "suggestion";
      update();
      return open(each);
    }
    if (shown < from || shown >= to) {
      from = shown - shown % STEP; // the others go, so that the page stays small
      to = from + STEP;
      show();
    }
    if (opened(each)) return;
    const article = parsed(copies.get(each.slug).textContent);
    find(".onward", article).replaceChildren(closer(each));
    find(".slugline", article).append(closer(each));
    each.node.append(article);
    find("h3 a", each.node).setAttribute("aria-expanded", "true");
    for (const finding of each.findings) {
      document.getElementById(finding.id.replace("-m", "-n"))?.append(tick(finding));
      paint(finding);
    }
    const galley = find(".galley", article);
    level([galley]);
    watch.observe(galley);
  };

  const closer = (each) => {
    const button = make("button", { type: "button", textContent: "Close" });
    button.addEventListener("click", () => close(each));
    return button;
  };

  const close = (each) => {
    const article = opened(each);
    if (!article) return;
    const galley = find(".galley", article);
    watch.unobserve(galley);
    near.delete(galley);
    article.remove();
    const link = find("h3 a", each.node);
    link.setAttribute("aria-expanded", "false");
    link.focus({ preventScroll: true });
    each.node.scrollIntoView({ block: "nearest" });
  };

  // -- go to a finding ----------------------------------------------------------------------------

  let current = null; // the finding gone to last

  const owner = (id) => bySlug.get(id.split("-")[0]);

  // Opens what an address of the page names, leads the eye to the words and the focus to the note.
  const go = (id) => {
    const each = owner(id);
    if (!each) return;
    open(each);
    const target = document.getElementById(id);
    if (!target) return;
    for (const old of every(".here")) old.classList.remove("here");
    const [words, note] = ["-m", "-n"].map((part) => document.getElementById(id.replace(/-[mn]/, part)));
    if (target === words || target === note) {
      words?.classList.add("here");
      note?.classList.add("here");
      note?.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
      current = each.findings.find((finding) => finding.id === id.replace("-n", "-m"));
      where();
    } else {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "start" });
    }
  };

  const walk = () => listed.flatMap((each) => each.shown)
    .filter((finding) => finding === current || !(tools.elements.hide.checked && done.has(finding.key)));

  const where = () => {
    const order = walk();
    const at = order.indexOf(current);
    find(".at", steps).textContent = at < 0 ? "" : `${(at + 1).toLocaleString("en")} of ${number(order.length, "finding")}`;
  };

  const step = (by) => {
    const order = walk();
    const at = order.indexOf(current);
    const next = at < 0 ? order[by > 0 ? 0 : order.length - 1] : order[at + by];
    if (next) go(next.id);
  };

  const KEYS = {
    j: () => step(1),
    n: () => step(1),
    k: () => step(-1),
    p: () => step(-1),
    x: () => current && mark(current, !done.has(current.key)),
    e: () => current && find(`[id="${current.id.replace("-m", "-n")}"] .edit`)?.click(),
    "/": () => tools.elements.find.focus(),
    Escape: () => current && close(owner(current.id)),
  };

  // -- notes level with their words ---------------------------------------------------------------

  const wide = matchMedia("screen and (min-width: 52.01rem)");
  const near = new Set(); // galleys on or close to the screen: the others need no setting
  const GAP = 14;

  // Reads everything first and writes after, so that the browser lays the galleys out once.
  const level = (galleys) => {
    for (const galley of galleys) galley.classList.toggle("level", wide.matches);
    const plans = galleys.map((galley) => {
      const top = galley.getBoundingClientRect().top;
      return every(".notes", galley).map((notes) => ({
        notes,
        each: [...notes.children]
          .map((note) => {
            const words = document.getElementById(note.id.replace("-n", "-m"));
            const at = words ? words.getBoundingClientRect().top - top : 0;
            return { note, at, height: note.getBoundingClientRect().height };
          })
          .filter(({ height }) => height > 0),
      }));
    });
    plans.forEach((plan, index) => {
      let bottom = -GAP;
      for (const { notes, each } of plan) {
        each.forEach(({ note, at, height }, index) => {
          const start = Math.max(at, bottom + GAP);
          if (index === 0) notes.style.top = `${start}px`;
          note.style.marginTop = wide.matches ? `${index ? start - bottom : 0}px` : "";
          bottom = start + height;
        });
      }
      galleys[index].style.minHeight = wide.matches ? `${bottom}px` : "";
    });
  };

  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) near[entry.isIntersecting ? "add" : "delete"](entry.target);
  }, { rootMargin: "100% 0px" });
  let width = document.documentElement.clientWidth;
  new ResizeObserver(() => {
    if (width === document.documentElement.clientWidth) return;
    width = document.documentElement.clientWidth;
    level(every(".galley"));
  }).observe(document.documentElement);

  // -- begin --------------------------------------------------------------------------------------

  const [said, keys, steps] = [".said", ".keys", ".steps"].map((name) => find(name) ?? make("div"));
  const earlier = make("button", { type: "button" });
  const more = make("button", { type: "button" });
  const openAll = make("button", { type: "button", textContent: "Open these stories" });
  const use = find("[name=keys]", keys);
  use.checked = kept(USE_KEYS, true) !== false;
  keep(USE_KEYS, use.checked); // says so where nothing can be kept
  recall();
  const list = make("ol", { className: "list" });
  const readyList = make("ul", { className: "ready" });
  const clean = find("details.clean");
  find("noscript.list")?.replaceWith(
    make("p", { className: "before" }, earlier), list, make("p", { className: "after" }, more, openAll));
  find("noscript.clean")?.replaceWith(readyList);
  const copy = find(".copy");
  if (copy) copy.hidden = true;
  for (const part of [tools, said, keys, steps]) part.hidden = !stories.length && part !== tools;

  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", () => {
    update();
    level([...near]);
  });
  more.addEventListener("click", () => {
    to += STEP;
    show();
    find("a", listed[to - STEP].node).focus();
  });
  earlier.addEventListener("click", () => {
    from -= STEP;
    show();
    find("a", listed[from].node).focus();
  });
  openAll.addEventListener("click", () => listed.slice(from, to).forEach(open));
  clean?.addEventListener("toggle", () => clean.open && fill());
  find(".next", steps)?.addEventListener("click", () => step(1));
  find(".previous", steps)?.addEventListener("click", () => step(-1));
  use.addEventListener("change", () => keep(USE_KEYS, use.checked));
  addEventListener("hashchange", () => go(location.hash.slice(1)));
  addEventListener("storage", () => {
    recall();
    for (const each of stories) if (each.node?.isConnected) each.findings.forEach(paint);
    tell();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#s"]');
    const each = link && owner(link.hash.slice(1));
    if (!each || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.hasAttribute("aria-expanded") && opened(each)) {
      event.preventDefault();
      close(each);
    } else if (location.hash === link.hash) {
      event.preventDefault();
      go(link.hash.slice(1));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !use.checked) return;
    if (event.target.closest("select, textarea, input:not([type=checkbox])")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  update();
  if (location.hash) go(location.hash.slice(1));
})();
