// What is left when the app cannot go on: a page that says so and hands out everything the browser keeps. It needs neither
// the app nor WebAssembly. The app loads it first; `rescue.html` is the same page by itself.
"use strict";

(() => {
  const PREFIX = "weighbridge.";
  const HEAD = "weighbridge-slot ";
  let shown = false;

  // --- What is kept -----------------------------------------------------------------------------------------------

  function entries() {
    try {
      const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).sort();
      return Object.fromEntries(kept.map((key) => [key, localStorage.getItem(key)]));
    } catch {
      return undefined; // The browser forbids it.
    }
  }

  // The saves that may not have reached local storage; nothing where there is no such database.
  function journal() {
    return new Promise((done) => {
      setTimeout(() => done([]), 1000);
      try {
        const request = indexedDB.open("weighbridge");
        request.onerror = () => done([]);
        request.onupgradeneeded = () => request.transaction.abort();
        request.onsuccess = () => {
          const all = request.result.transaction("journal").objectStore("journal").getAll();
          all.onerror = () => done([]);
          all.onsuccess = () => {
            // An open one could not be deleted.
            request.result.close();
            done(all.result);
          };
        };
      } catch {
        done([]);
      }
    });
  }

  // A plan in a slot stands below a line of its own.
  const documentOf = (text) => (text.startsWith(HEAD) ? text.slice(text.indexOf("\n") + 1) : text);

  // The plans among some entries, each once, in its newest slot.
  function plans(kept) {
    const found = new Map();
    for (const [key, text] of Object.entries(kept)) {
      const [, kind, id] = /^weighbridge\.(plan|slot|deleted)(?:\.([^.]+))?/.exec(key) ?? [];
      if (!kind) continue;
      const revision = text.startsWith(HEAD) ? Number(text.split(" ")[2]) || 0 : -1;
      let title;
      try {
        title = JSON.parse(documentOf(text)).title;
      } catch {
        continue; // A pointer, or damaged: it is in the download of everything.
      }
      if (typeof title !== "string") continue;
      const name = `${kind === "deleted" ? "deleted" : "plan"} ${id}`;
      if ((found.get(name)?.revision ?? -2) < revision)
        found.set(name, { title, revision, text: documentOf(text), deleted: kind === "deleted" });
    }
    return [...found.values()];
  }

  function download(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function downloadEverything() {
    const saves = await journal();
    const all = { format: "weighbridge-rescue", entries: entries() ?? {}, journal: saves };
    download("weighbridge-everything.json", JSON.stringify(all, null, 1));
  }

  function deleteEverything() {
    for (const key of Object.keys(entries() ?? {})) localStorage.removeItem(key);
    indexedDB.deleteDatabase("weighbridge");
  }

  // --- The page ---------------------------------------------------------------------------------------------------

  function element(kind, text, ...inside) {
    const made = document.createElement(kind);
    if (text) made.textContent = text;
    made.append(...inside);
    return made;
  }

  function button(id, text, act) {
    const made = element("button", text);
    made.type = "button";
    made.id = id;
    made.addEventListener("click", act);
    return made;
  }

  function link(text, href) {
    const made = element("a", text);
    made.href = href;
    return made;
  }

  function list(kept) {
    const lines = plans(kept).map(({ title, text, deleted }, index) => {
      const size = `${Math.ceil(text.length / 1024)} kB${deleted ? ", deleted" : ""}`;
      const name = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80) || "plan"}.weighbridge.json`;
      return element("li", "", `${title || "Untitled"} (${size}) `, button(`plan-${index}`, "Download", () => download(name, text)));
    });
    return lines.length === 0 ? element("p", "No plan is kept in this browser.") : element("ul", "", ...lines);
  }

  // Deleting needs a download before it, and a second word.
  function deletion() {
    const place = element("p");
    const ask = button("delete", "Delete everything kept here …", () => {
      const sure = button("delete-sure", "Yes, delete every plan in this browser", () => {
        deleteEverything();
        place.replaceChildren("Everything kept here is deleted.");
      });
      const no = button("delete-no", "No, keep it", () => place.replaceChildren(ask));
      place.replaceChildren("This cannot be undone. ", sure, no);
      no.focus();
    });
    place.append(ask);
    return place;
  }

  function show(heading, sentences, message) {
    const kept = entries();
    const title = element("h1", heading);
    title.tabIndex = -1;
    const body = [title, ...sentences.map((sentence) => element("p", sentence))];
    if (kept === undefined) {
      body.push(element("p", "The browser does not let this page read what it keeps: allow this site to keep data, then reload."));
    } else {
      const more = element("div");
      const save = button("everything", "Download everything", async () => {
        await downloadEverything();
        if (!more.hasChildNodes()) more.append(deletion());
      });
      body.push(element("p", "", save), element("h2", "Plans kept in this browser"), list(kept), more);
    }
    if (message) {
      body.push(element("details", "", element("summary", "For a report of the error"), element("pre", message)));
    }
    const main = element("main", "", ...body);
    main.id = "rescue";
    document.body.replaceChildren(main);
    for (const name of ["class", "style"]) document.body.removeAttribute(name);
    title.focus();
    return main;
  }

  // The app has stopped. Its own style sheets go: they are made for another page.
  function failed(message) {
    if (shown) return;
    shown = true;
    // What is left of the app may not save any more: nobody knows what it would be.
    Storage.prototype.setItem = () => {
      throw new DOMException("The app has stopped.", "InvalidStateError");
    };
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "rescue.css" });
    document.querySelectorAll("link[rel=stylesheet]").forEach((sheet) => sheet.remove());
    document.head.append(style);
    const main = show(
      "Weighbridge has stopped",
      [
        "Something in the program went wrong, and it cannot go on. What you changed up to half a second before is kept in this browser.",
        "Download everything first if you want to be safe. Then reload: the plan opens as it was saved last.",
      ],
      String(message),
    );
    const reload = button("reload", "Reload", () => location.reload());
    main.querySelector("#everything")?.after(reload) ?? main.append(reload);
    main.append(element("p", "", "If it stops again at once, ", link("open the rescue page", "rescue.html"), ", which does without the app."));
  }

  // Errors after which WebAssembly cannot be trusted any more, or never began.
  function isFatal(error) {
    const fatal = [WebAssembly?.RuntimeError, WebAssembly?.CompileError, WebAssembly?.LinkError, RangeError];
    return fatal.some((kind) => kind && error instanceof kind) || error?.name === "InternalError";
  }

  // A loader that fails before the app has begun leaves an empty page.
  const began = () => document.getElementById("grid") !== null;
  const own = (address) => !address || address.startsWith(new URL("./", document.baseURI).href);

  // What an error says of itself. Only Chromium's stacks begin with it.
  const told = (error, otherwise) => {
    if (!error?.stack) return String(otherwise);
    return error.stack.startsWith(String(error)) ? error.stack : `${error}\n${error.stack}`;
  };

  function watch() {
    addEventListener("error", ({ target, error, message, filename }) => {
      if (target instanceof HTMLScriptElement) {
        if (!began()) failed(`A file of the app could not be loaded. ${target.src}`);
      } else if (isFatal(error) || (!began() && own(filename))) {
        failed(told(error, message));
      }
    }, true);
    addEventListener("unhandledrejection", ({ reason }) => {
      if (isFatal(reason) || !began()) failed(told(reason, reason));
    });
    // A browser that has no memory left for the app says nothing at all.
    setTimeout(() => {
      if (began() || shown || document.body.hasAttribute("data-rescue")) return;
      const slow = element("p", "Weighbridge is still loading. If nothing comes, ", link("open the rescue page", "rescue.html"), ".");
      slow.id = "slow";
      document.body.append(slow);
      addEventListener("TrunkApplicationStarted", () => slow.remove());
    }, 5000);
  }

  function start() {
    if (!document.body.hasAttribute("data-rescue")) return;
    const main = show("What Weighbridge keeps in this browser", ["This page needs nothing of the app. A file you download here can be imported there."]);
    main.append(element("p", "", link("Back to the app", "./")));
  }

  window.weighbridgeRescue = failed;
  watch();
  addEventListener("DOMContentLoaded", start);
})();
