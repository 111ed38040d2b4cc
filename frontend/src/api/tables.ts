import { call } from './call'

/** A table of fifty thousand rows over the loopback, in milliseconds. */
const patience = 60_000

/** Opens a table at the station for a look, and answers how to name it. Nothing of it is written yet. */
export function uploadTable(file: File): Promise<string> {
  return call(async () => {
    const answer = await fetch(`/media/tables?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    const told = await answer.text()
    if (!answer.ok) throw new Error(told)
    return (JSON.parse(told) as { id: string }).id
  }, patience)
}
