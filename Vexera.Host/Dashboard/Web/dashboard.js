// The few things that a page rendered on the server cannot do from there.
(() => {
  const key = "vexera-theme", order = ["system", "dark", "light"], root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => order.includes(localStorage.getItem(key)) ? localStorage.getItem(key) : "system";
  const paint = () => { root.dataset.theme = chosen() === "system" ? (system.matches ? "dark" : "light") : chosen(); };
  paint();
  system.addEventListener("change", paint);
  // A link that is followed before the page is live takes the attributes of the new document.
  new MutationObserver(() => { if (!root.dataset.theme) paint(); }).observe(root, { attributes: true, attributeFilter: ["data-theme"] });

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `vexera-zone=${zone}; path=/; samesite=strict; max-age=31536000`;
  window.vexera = { zone: () => { root.dataset.live = "true"; return zone; } };

  document.addEventListener("click", event => {
    if (!event.target.closest?.(".skip")) return;
    event.preventDefault();
    document.getElementById("content").focus();
  }, { capture: true });

  // The button shows at once what it does: first the opposite of what is seen, then back to the system's.
  document.addEventListener("click", event => {
    if (!event.target.closest?.('[data-action="theme"]')) return;
    const seen = root.dataset.theme, opposite = seen === "dark" ? "light" : "dark", natural = system.matches ? "dark" : "light";
    localStorage.setItem(key, opposite === natural ? "system" : opposite);
    paint();
  });

  let tip;
  const show = (text, x, y) => {
    tip ??= document.body.appendChild(Object.assign(document.createElement("div"), { id: "tip" }));
    tip.ariaHidden = "true";
    tip.hidden = !text;
    if (!text) return;
    tip.textContent = text;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + 12, innerWidth - box.width - 4))}px`;
    tip.style.top = `${y + box.height + 24 > innerHeight ? y - box.height - 10 : y + 16}px`;
  };

  const number = value => value >= 100 ? Math.round(value).toLocaleString("en-GB") : +value.toFixed(value < 1 ? 3 : 1);
  const bytes = value => { let unit = 0; for (; value >= 1024 && unit < 4; unit++) value /= 1024; return `${value.toFixed(value < 10 && unit ? 1 : 0)} ${["B", "kB", "MB", "GB", "TB"][unit]}`; };
  const write = (kind, unit, value) => kind === "Bytes" ? bytes(value) : kind === "Seconds" ? `${number(value * 1000)} ms` : `${number(value)} ${unit ?? ""}`;
  let cross;
  const follow = (plot, event) => {
    const box = plot.getBoundingClientRect(), length = +plot.dataset.length, points = JSON.parse(plot.dataset.points);
    const wanted = (event.clientX - box.left) / box.width * length;
    const point = points.reduce((best, one) => Math.abs(one[0] - wanted) < Math.abs(best[0] - wanted) ? one : best, points[0]);
    if (!point || Math.abs(point[0] - wanted) > length / 40) return leave();
    cross ??= Object.assign(document.createElement("span"), { className: "cross" });
    if (cross.parentElement !== plot.parentElement) plot.parentElement.append(cross);
    const frame = plot.parentElement.getBoundingClientRect(), top = +plot.dataset.top;
    cross.style.left = `${box.left - frame.left + point[0] / length * box.width}px`;
    cross.style.top = `${box.top - frame.top}px`;
    cross.style.height = `${box.height}px`;
    cross.style.setProperty("--at", `${box.height * (1 - point[1] / top)}px`);
    const at = new Date((+plot.dataset.from + point[0]) * 1000);
    show(`${write(plot.dataset.kind, plot.dataset.unit, point[1])} · ${at.toLocaleTimeString("en-GB", { timeZone: zone })}`, event.clientX, event.clientY);
  };
  const leave = () => { cross?.remove(); show(""); };

  document.addEventListener("pointermove", event => {
    const told = event.target.closest?.("[data-tip]"), plot = event.target.closest?.(".plot");
    if (told) { cross?.remove(); show(told.dataset.tip, event.clientX, event.clientY); }
    else if (plot) follow(plot, event);
    else leave();
  }, { passive: true });
  document.addEventListener("focusin", event => {
    const told = event.target.closest?.("[data-tip]"), box = told?.getBoundingClientRect();
    if (told?.matches(":focus-visible")) show(told.dataset.tip, box.left, box.bottom); else show("");
  });
  document.addEventListener("scroll", leave, { passive: true, capture: true });

  // Arrow keys within a group that Tab enters once.
  document.addEventListener("keydown", event => {
    const group = event.target.closest?.("[data-roving]");
    if (event.key === "Escape") leave();
    if (!group || !["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    const cells = [...group.children], at = cells.indexOf(event.target.closest("button"));
    const columns = getComputedStyle(group).gridTemplateColumns.split(" ").length;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: cells.length - 1 }[event.key];
    if (!cells[next]) return;
    event.preventDefault();
    cells[at].tabIndex = -1;
    cells[next].tabIndex = 0;
    cells[next].focus();
  });

  // A log is read at its end, unless the reader has scrolled up.
  new MutationObserver(() => {
    const log = document.querySelector("[data-follow]");
    if (!log) return;
    if (log.dataset.seen === undefined) log.addEventListener("scroll", () => { log.dataset.seen = log.scrollHeight - log.scrollTop - log.clientHeight < 40 ? "end" : "middle"; });
    if (log.dataset.seen !== "middle") { log.scrollTop = log.scrollHeight; log.dataset.seen = "end"; }
  }).observe(root, { childList: true, subtree: true });

  // After a restart of the bot the old page is unknown to it; a new one is not.
  document.addEventListener("components-reconnect-state-changed", event => {
    if (["failed", "rejected", "resume-failed"].includes(event.detail?.state)) setTimeout(() => location.reload(), 1500);
  });
})();
