/* Reads a story aloud with a voice of the device itself, in the language of the story. A voice that would
   send the words to another computer is not used; without a fitting voice the button stays away. */
(() => {
  const button = document.querySelector("[data-read-aloud]");
  const text = button && document.querySelector(button.dataset.readAloud);
  if (!text || !window.speechSynthesis || !window.SpeechSynthesisUtterance) return;
  const speech = window.speechSynthesis;
  const language = text.lang.toLowerCase();
  const words = button.textContent;
  let reading = false;

  const voice = () => speech.getVoices().find(
    (found) => found.localService && found.lang.toLowerCase().replace("_", "-").split("-")[0] === language,
  );

  const show = () => { button.hidden = !voice(); };

  const stop = () => {
    reading = false;
    speech.cancel();
    button.textContent = words;
  };

  const start = () => {
    speech.cancel();
    reading = true;
    button.textContent = button.dataset.stop;
    const pieces = [...text.children].map((piece) => piece.innerText).filter(Boolean);
    pieces.forEach((piece, number) => {
      const said = new SpeechSynthesisUtterance(piece);
      said.voice = voice();
      said.lang = said.voice.lang;
      if (number === pieces.length - 1) said.onend = () => { if (reading) stop(); };
      speech.speak(said);
    });
  };

  button.addEventListener("click", () => (reading ? stop() : start()));
  addEventListener("pagehide", stop);
  speech.addEventListener?.("voiceschanged", show);
  show();
})();
