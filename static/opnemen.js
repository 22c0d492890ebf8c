/* Records a story, at most ten minutes, and sends it to the server. "Kept" is said by the server alone: it
   names the next page. Nothing stays in the browser. Without this file one hands in a sound instead. */
(() => {
  const form = document.querySelector("form[data-opnemen]");
  if (!form || !navigator.mediaDevices || !window.MediaRecorder) return;
  const LONGEST = 10 * 60;
  const words = form.dataset;
  const stand = form.querySelector("[data-stand]");
  const begin = form.querySelector("[data-begin]");
  const done = form.querySelector("[data-klaar]");
  const keep = form.querySelector("[data-mee]");
  const kinds = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  let waiting = null;

  form.querySelector("[data-knoppen]").hidden = false;
  const say = (text) => { stand.textContent = text; };
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  addEventListener("beforeunload", (event) => { if (waiting) event.preventDefault(); });

  // What the server does not take is the teller's to keep: a link hands it over as a file.
  const handOver = (why) => {
    keep.href = URL.createObjectURL(waiting);
    keep.hidden = false;
    begin.hidden = false;
    say(`${words.unsaved} ${why}`);
  };

  const send = async () => {
    if (!waiting) return;
    say(words.sending);
    const data = new FormData(form);
    data.set("file", waiting, "opname");
    let answer;
    try {
      answer = await fetch(location.href, { method: "POST", body: data, headers: { Accept: "application/json" } });
    } catch {
      say(words.offline);
      setTimeout(send, 5000);
      return;
    }
    let told;
    try { told = await answer.json(); } catch { told = { why: words.loggedout }; }
    if (!told.saved) { handOver(told.why); return; }
    waiting = null;
    location.assign(told.next);
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
    begin.hidden = keep.hidden = true;
    done.hidden = false;
    done.focus();
    say(words.recording.replace("%s", clock(0)));
    recorder.start(1000);
  });
})();
