/* Records a story, at most ten minutes, and sends it to the server. "Kept" is said by the server alone: it
   answers with the next page. Nothing stays in the browser. Without this file one hands in a sound instead. */
(() => {
  const form = document.querySelector("form[data-opnemen]");
  if (!form || !navigator.mediaDevices || !window.MediaRecorder) return;
  const LONGEST = 10 * 60;
  const words = form.dataset;
  const stand = form.querySelector("[data-stand]");
  const begin = form.querySelector("[data-begin]");
  const done = form.querySelector("[data-klaar]");
  const kinds = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  let waiting = null;

  form.querySelector("[data-knoppen]").hidden = false;
  const say = (text) => { stand.textContent = text; };
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  addEventListener("beforeunload", (event) => { if (waiting) event.preventDefault(); });

  const send = async () => {
    if (!waiting) return;
    say(words.sending);
    const data = new FormData(form);
    data.set("file", waiting, "opname");
    try {
      const answer = await fetch(location.href, { method: "POST", body: data, redirect: "follow" });
      if (answer.redirected) { waiting = null; location.assign(answer.url); return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const why = page.querySelector(".errorlist, .samenspel-fout");
      waiting = null;
      say(`${words.unsaved} ${why ? why.textContent : ""}`);
      begin.hidden = false;
    } catch {
      say(words.offline);
      setTimeout(send, 5000);
    }
  };

  begin.addEventListener("click", async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      say(words.refused);
      return;
    }
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 48000 });
    const parts = [];
    let seconds = 0;
    const tick = setInterval(() => {
      seconds += 1;
      say(words.recording.replace("%s", clock(seconds)));
      if (seconds >= LONGEST) recorder.stop();
    }, 1000);
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(tick);
      stream.getTracks().forEach((track) => track.stop());
      done.hidden = true;
      waiting = new Blob(parts, { type: recorder.mimeType });
      send();
    });
    waiting = new Blob([]);
    done.onclick = () => recorder.stop();
    begin.hidden = true;
    done.hidden = false;
    done.focus();
    say(words.recording.replace("%s", clock(0)));
    recorder.start(1000);
  });
})();
