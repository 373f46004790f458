// The few things that a page rendered on the server cannot do from there.
const themeKey = "vexera-theme";
const nearEnd = 80;

export function start() {
  listenForSpoilers();
  setInterval(tickRelativeTimes, 10_000);
  const remembered = localStorage.getItem(themeKey);
  const dark = remembered ? remembered === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  return { dark, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export function remember(dark) {
  localStorage.setItem(themeKey, dark ? "dark" : "light");
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function focusFirst(container, selector) {
  container?.querySelector(selector)?.focus();
}

let sentFrom = null;
document.addEventListener("submit", () => { sentFrom = document.activeElement; }, { capture: true });

// The server's answer may come late: who has gone on to another field meanwhile stays there.
export function focusInvalid(form) {
  const now = document.activeElement;
  if (now === sentFrom || !form?.contains(now)) focusFirst(form, "[aria-invalid=true]");
}

// Keeps the newest message in sight, unless the reader has scrolled up; then keeps what is read in place.
export function keepScrolled(list) {
  let fromEnd = 0;
  let following = true;
  const settle = () => {
    if (following) list.scrollTop = list.scrollHeight;
    else if (list.scrollTop < 1) list.scrollTop = list.scrollHeight - fromEnd;
    note();
  };
  const note = () => {
    fromEnd = list.scrollHeight - list.scrollTop;
    following = fromEnd - list.clientHeight < nearEnd;
    list.dataset.following = following;
  };
  const changes = new MutationObserver(settle);
  const sizes = new ResizeObserver(() => following && (list.scrollTop = list.scrollHeight));
  changes.observe(list, { childList: true, subtree: true, characterData: true });
  sizes.observe(list);
  list.addEventListener("scroll", note, { passive: true });
  return {
    toNewest() {
      following = true;
      settle();
    },
    stop() {
      changes.disconnect();
      sizes.disconnect();
    },
  };
}

// The text lives here and travels only when it is sent or begins with a slash, so that typing never waits for the server.
export function composer(area, page) {
  const box = area.parentElement;
  let wasSlash = false;
  let typingAt = 0;
  const isOpen = () => area.getAttribute("aria-expanded") === "true";
  const fit = () => {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  };
  const put = (text, focus = true) => {
    area.value = text;
    wasSlash = false;
    fit();
    if (focus) area.focus();
  };
  const send = async () => {
    const text = area.value;
    if (!text.trim()) return;
    const slash = text.startsWith("/");
    if (!slash) put("");
    const done = await page.invokeMethodAsync("EnterAsync", text);
    if (slash && done && area.value === text) put("", false);
    if (!slash && !done && area.value === "") put(text);
  };
  area.addEventListener("input", () => {
    fit();
    const slash = area.value.startsWith("/");
    if (slash || wasSlash) page.invokeMethodAsync("TypedAsync", area.value);
    else if (area.value && Date.now() - typingAt > 5_000) {
      typingAt = Date.now();
      page.invokeMethodAsync("TypingAsync");
    }
    wasSlash = slash;
  });
  area.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" || (isOpen() && ["ArrowUp", "ArrowDown", "Tab"].includes(event.key))) {
      event.preventDefault();
      page.invokeMethodAsync("KeyAsync", event.key);
    } else if (event.key === "ArrowUp" && area.value === "") {
      event.preventDefault();
      page.invokeMethodAsync("KeyAsync", "Edit");
    }
  });
  box.querySelector(".send")?.addEventListener("click", send);
  new MutationObserver(() => document.getElementById(area.getAttribute("aria-activedescendant"))?.scrollIntoView({ block: "nearest" }))
    .observe(area, { attributes: true, attributeFilter: ["aria-activedescendant"] });
  // Keys go where the eye is from the moment that a command's form takes the place of the text or gives it back: none is lost on the way.
  new MutationObserver(() => box.hidden ? focusFirst(box.parentElement, "form :is(input, select, .strong)") : area.focus())
    .observe(box, { attributes: true, attributeFilter: ["hidden"] });
  return { put, focus: () => area.focus() };
}

function listenForSpoilers() {
  const show = event => {
    const spoiler = event.target.closest?.(".spoiler");
    if (!spoiler || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    if (event.type === "keydown") event.preventDefault();
    spoiler.setAttribute("aria-expanded", spoiler.getAttribute("aria-expanded") !== "true");
  };
  document.addEventListener("click", show);
  document.addEventListener("keydown", show);
}

function tickRelativeTimes() {
  const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  const units = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const away = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const [unit, length] = units.find(([, seconds]) => Math.abs(away) >= seconds) ?? units.at(-1);
    time.textContent = words.format(Math.trunc(away / length), unit);
  }
}
