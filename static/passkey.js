/* Passkeys: the browser asks for a finger, a face or a code, and only its answer goes to the server.
   Without this file, or in an old browser, the page says so and every other way in still works. */
(() => {
  const form = document.querySelector("form[data-passkey]");
  const kind = form && form.dataset.passkey;
  const parse = { create: "parseCreationOptionsFromJSON", get: "parseRequestOptionsFromJSON" }[kind];
  if (!parse || !window.PublicKeyCredential || !PublicKeyCredential[parse]) return;
  const failed = form.querySelector("[data-passkey-failed]");
  const known = document.getElementById("passkey-options");
  form.hidden = false;
  document.querySelector("[data-passkey-absent]").hidden = true;

  const options = async () => {
    if (known) return Object.values(JSON.parse(known.textContent))[0].publicKey;
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options.publicKey;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      const publicKey = PublicKeyCredential[parse](await options());
      const credential = await navigator.credentials[kind]({ publicKey });
      form.elements.credential.value = JSON.stringify(credential);
      const shared = document.getElementById("id_shared");
      if (form.elements.shared && shared && shared.checked) form.elements.shared.value = "on";
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
})();
