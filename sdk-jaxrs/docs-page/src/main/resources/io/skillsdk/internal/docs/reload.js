"use strict";
// Only while the program is developed: loads the page again when another version of it serves.

const EVERY_MILLIS = 1000;

let shown;

async function look() {
  try {
    const answer = await fetch("docs/version", { cache: "no-store" });
    const { version } = await answer.json();
    if (shown === undefined) {
      shown = version;
    } else if (version !== shown) {
      location.reload();
      return;
    }
  } catch (e) {
    // the daemon is down, or starts anew: then its version is another one
  }
  setTimeout(look, EVERY_MILLIS);
}

look();
