// An open document learns what others change. A page in the background lets go of the connection: a browser has few of them.
export function watchChanges(address, version, changed) {
  let source = null;
  const close = () => { source?.close(); source = null; };
  const open = () => {
    if (document.hidden || source || !version()) return;
    source = new EventSource("/live/" + address() + "?version=" + version());
    source.onmessage = event => changed(JSON.parse(event.data));
    source.onerror = () => { if (source?.readyState === EventSource.CLOSED) close(); };
  };
  document.addEventListener("visibilitychange", () => { if (document.hidden) close(); else open(); });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
  return { open, close };
}
