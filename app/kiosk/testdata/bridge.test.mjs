// Runs bridge.js in a page that is not there: fetch and EventSource are played.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import vm from 'node:vm'

const script = readFileSync(new URL('../bridge.js', import.meta.url), 'utf8').replace("'{{unreachable}}'", '"unreachable"')

function page(answer) {
  const sources = []
  const timers = []
  const asked = []
  class EventSource {
    static CLOSED = 2
    constructor(url) {
      this.url = url
      this.readyState = 1
      sources.push(this)
    }
  }
  const window = {}
  vm.runInNewContext(script, {
    window,
    EventSource,
    console,
    queueMicrotask,
    document: {},
    location: {},
    navigator: {},
    setTimeout: (run) => timers.push(run),
    fetch: async (url, options) => {
      asked.push({ url, ...options })
      return answer(url)
    },
  })
  return { ...window, sources, timers, asked }
}

const json = (ok, text) => async () => ({ ok, text: async () => text })

test('a binding posts its arguments and gives the value', async () => {
  const { go, asked } = page(json(true, '{"n":[1]}'))
  const value = await go['api']['Cases']['List']({ stage: 'received' }, 2)
  assert.equal(JSON.stringify(value), '{"n":[1]}')
  assert.equal(asked[0].url, '/rpc/Cases/List')
  assert.equal(asked[0].method, 'POST')
  assert.equal(asked[0].body, '[{"stage":"received"},2]')
  assert.equal(asked[0].headers['Content-Type'], 'application/json')
})

test('a fault rejects with its text, as the window does', async () => {
  const { go } = page(json(false, '{"code":"invalid"}'))
  await assert.rejects(go.api.Cases.List(), (error) => error.message === '{"code":"invalid"}')
})

test('a station that does not answer is a fault too', async () => {
  const { go } = page(() => Promise.reject(new TypeError('Failed to fetch')))
  await assert.rejects(go.api.Cases.List(), (error) => error.message === 'unreachable')
})

test('the names can be awaited without becoming calls', async () => {
  const { go, asked } = page(json(true, 'null'))
  assert.equal((await go.api).then, undefined)
  assert.equal((await go.api.Cases).then, undefined)
  assert.equal(asked.length, 0)
})

test('events reach their listeners with their arguments until they leave', () => {
  const { runtime, sources } = page(json(true, 'null'))
  const heard = []
  const stop = runtime.EventsOn('changed', (...data) => heard.push(['all', ...data]))
  runtime.EventsOnMultiple('changed', (...data) => heard.push(['twice', ...data]), 2)
  runtime.EventsOnce('changed', (...data) => heard.push(['once', ...data]))
  const send = (id) => sources[0].onmessage({ data: JSON.stringify({ name: 'changed', data: ['cases', id] }) })
  send('a')
  send('b')
  send('c')
  stop()
  send('d')
  assert.deepEqual(heard, [
    ['all', 'cases', 'a'], ['twice', 'cases', 'a'], ['once', 'cases', 'a'],
    ['all', 'cases', 'b'], ['twice', 'cases', 'b'],
    ['all', 'cases', 'c'],
  ])
  runtime.EventsOn('changed', () => heard.push('never'))
  runtime.EventsOff('changed', 'other')
  send('e')
  runtime.EventsOn('changed', () => heard.push('never'))
  runtime.EventsOffAll()
  send('f')
  assert.equal(heard.length, 6)
})

test('a screen that asked before the stream was open reads again, another does not', async () => {
  for (const early of [true, false]) {
    const { go, runtime, sources } = page(json(true, 'null'))
    let resyncs = 0
    runtime.EventsOn('resync', () => resyncs++)
    if (early) await go.api.Cases.List()
    sources[0].onopen()
    assert.equal(resyncs, early ? 1 : 0)
  }
})

test('a screen that begins to listen after something was told reads again, once', async () => {
  const { runtime, sources } = page(json(true, 'null'))
  sources[0].onopen()
  sources[0].onmessage({ data: '{"name":"changed","data":["cases","a"]}' })
  let resyncs = 0
  runtime.EventsOn('resync', () => resyncs++)
  await null
  assert.equal(resyncs, 1)
  runtime.EventsOn('resync', () => resyncs++)
  await null
  assert.equal(resyncs, 1)
})

test('the stream comes back after every kind of break, and the screens read again', () => {
  const { runtime, sources, timers } = page(json(true, 'null'))
  let resyncs = 0
  runtime.EventsOn('resync', () => resyncs++)
  sources[0].onopen()
  sources[0].readyState = 0 // The browser is coming back by itself.
  sources[0].onerror()
  sources[0].onopen()
  assert.equal(resyncs, 1)
  assert.equal(timers.length, 0)
  sources[0].readyState = 2 // An answer that is no stream: it does not come back.
  sources[0].onerror()
  assert.equal(timers.length, 1)
  timers[0]()
  assert.equal(sources.length, 2)
  sources[1].onopen()
  assert.equal(resyncs, 2)
})
