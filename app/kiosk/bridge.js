// The stand-in for the desktop window: the same names, answered over HTTP.
// window.go.<package>.<Service>.<Method>(...) posts to /rpc/<Service>/<Method>;
// window.runtime has what the screens use of the window's runtime.
(() => {
  'use strict'

  // An error as the screens read it; the shell writes it when it serves this file.
  const unreachable = '{{unreachable}}'

  let asked = false

  async function call(service, method, args) {
    asked = true
    let answer, text
    try {
      answer = await fetch(`/rpc/${service}/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(args),
        cache: 'no-store',
        redirect: 'error',
      })
      text = await answer.text()
    } catch {
      throw new Error(unreachable)
    }
    if (!answer.ok) throw new Error(text)
    return JSON.parse(text)
  }

  // A promise's "then" and the symbols that a console reads are no names of ours.
  const names = (make) =>
    new Proxy(Object.create(null), {
      get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : make(name)),
    })

  window.go = names(() => names((service) => names((method) => (...args) => call(service, method, args))))

  const listeners = new Map() // Event name to a set of { heard, left }.

  let unheard = false // Something was told while nobody listened.

  function tell(name, ...data) {
    const hearing = [...(listeners.get(name) ?? [])]
    if (hearing.length === 0) unheard = true
    for (const listener of hearing) {
      if (listener.left > 0 && --listener.left === 0) listeners.get(name)?.delete(listener)
      listener.heard(...data)
    }
  }

  // Listens for at most `times` events, or for all of them when it is -1.
  function listen(name, heard, times) {
    const listener = { heard, left: times }
    if (!listeners.has(name)) listeners.set(name, new Set())
    listeners.get(name).add(listener)
    if (name === 'resync' && unheard) {
      unheard = false
      queueMicrotask(() => tell('resync'))
    }
    return () => listeners.get(name)?.delete(listener)
  }

  // What happened while nobody listened is not known, so the screens are told to
  // read everything again: after each break, at the start if a screen asked for
  // something before the stream was open, and when a screen begins to listen
  // after something was told.
  let stale = false

  function follow() {
    const events = new EventSource('/events')
    events.onopen = () => {
      if (stale || asked) tell('resync')
      stale = false
    }
    events.onmessage = (message) => {
      const { name, data } = JSON.parse(message.data)
      tell(name, ...data)
    }
    events.onerror = () => {
      stale = true
      // The browser comes back by itself, except after an answer that is no stream: a
      // station that was started anew does not know this page.
      const refused = events.readyState === EventSource.CLOSED
      tell('lost', refused)
      if (refused) setTimeout(follow, 2000)
    }
  }
  follow()

  window.runtime = {
    EventsOn: (name, heard) => listen(name, heard, -1),
    EventsOnce: (name, heard) => listen(name, heard, 1),
    EventsOnMultiple: (name, heard, times) => listen(name, heard, times),
    EventsOff: (...gone) => gone.forEach((name) => listeners.delete(name)),
    EventsOffAll: () => listeners.clear(),
    EventsEmit: tell,
    LogPrint: console.log,
    LogTrace: console.debug,
    LogDebug: console.debug,
    LogInfo: console.info,
    LogWarning: console.warn,
    LogError: console.error,
    LogFatal: console.error,
    WindowReload: () => location.reload(),
    WindowReloadApp: () => location.assign('/'),
    WindowSetTitle: (title) => void (document.title = title),
    WindowFullscreen: () => document.documentElement.requestFullscreen(),
    WindowUnfullscreen: () => document.exitFullscreen(),
    WindowIsFullscreen: async () => document.fullscreenElement !== null,
    BrowserOpenURL: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    ClipboardGetText: () => navigator.clipboard.readText(),
    ClipboardSetText: (text) => navigator.clipboard.writeText(text).then(() => true),
    Environment: async () => ({ buildType: 'production', platform: 'browser', arch: '' }),
  }
})()
