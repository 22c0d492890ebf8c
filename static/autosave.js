/* Saves a form a second after a pause. "Saved" is said only after the server confirmed this very text;
   nothing is kept in the browser. Without this file the save button does the same work. */
(() => {
  const form = document.querySelector("form[data-autosave]");
  const status = document.querySelector("[data-status]");
  if (!form || !status) return;
  const words = form.dataset;
  let timer = 0;
  let busy = false;
  let again = false;

  const say = (text) => { status.textContent = text; };
  // All that was typed, without the mark of which version was seen.
  const typed = (data) => JSON.stringify([...data].filter(([name]) => name !== "seen"));

  const save = async () => {
    if (busy) { again = true; return; }
    busy = true;
    const sent = new FormData(form);
    try {
      const answer = await fetch(form.action || location.href, {
        method: "POST", body: sent, headers: { Accept: "application/json" },
      });
      const told = await answer.json();
      if (told.saved) {
        form.elements.seen.value = told.seen;
        const same = typed(sent) === typed(new FormData(form));
        say(same ? words.saved.replace("%s", told.at) : words.busy);
        if (!same) again = true;
      } else { say(`${words.unsaved} ${told.why}`); }
    } catch {
      say(words.offline);
      timer = setTimeout(save, 5000);
    }
    busy = false;
    if (again) { again = false; timer = setTimeout(save, 1000); }
  };

  const soon = () => {
    clearTimeout(timer);
    say(words.busy);
    timer = setTimeout(save, 1000);
  };

  form.addEventListener("input", soon);
  addEventListener("online", save);
  // A button that also saves must not meet its own autosave on the way.
  form.addEventListener("submit", () => clearTimeout(timer));
  // Whoever typed before this script arrived loses nothing either.
  const early = (field) => field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
  if ([...form.elements].some(early)) soon();
})();
