// Who works at the station: badges, PINs, limits, second persons, and what one shift
// leaves to the next.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertAccessible } from './rig/axe.mjs'
import { deciding } from './rig/outcome.mjs'
import { openBrowser, Screen } from './rig/screen.mjs'
import { Fault } from './rig/station.mjs'
import { nadia, refunds, samira, together, tom } from './rig/team.mjs'
import { openWorkshop } from './rig/workshop.mjs'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

test('a badge says who works from any screen, and nothing typed is lost', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id } = await deciding(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.sees(screen.button(samira.name))
  await screen.scan(tom.badge)
  await screen.sees(screen.button(tom.name))
  await screen.sees(screen.toast.getByText('Tom L. travaille à ce poste'))

  await goTo(screen, `#/cases/${id}`)
  await screen.sees(screen.button(/Notes/))
  await screen.press('Control+m')
  const note = screen.page.getByRole('textbox', { name: 'Nouvelle note' })
  await note.fill('Le carton est abîmé')
  await screen.scan(nadia.badge)
  await screen.sees(screen.toast.getByText('Nadia K. travaille à ce poste'))
  assert.equal(await note.inputValue(), 'Le carton est abîmé')
  await screen.press('F9')
  await screen.sees(screen.toast.getByText('Note ajoutée'))
  assert.deepEqual((await station.cases.Get(id)).notes.map(({ text, by }) => [text, by]), [['Le carton est abîmé', nadia.name]])
  await assertAccessible(screen, 'the notes')
  await screen.press('Escape')

  await screen.scan('OP-PERDU')
  await screen.sees(screen.text('Ce badge n’est celui de personne ici.'))
  await screen.press('F10')
  await screen.sees(screen.heading('Qui êtes-vous ?'))
  await assertAccessible(screen, 'who are you')
  await screen.page.getByRole('dialog').getByRole('button', { name: new RegExp(samira.name) }).click()
  await screen.sees(screen.button(samira.name))
  assert.deepEqual(screen.complaints, [])
})

test('a lead clears the list in one go, with one PIN that is not asked for again', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station)
  const first = await deciding(station, sandbox, 'change_of_mind')
  const second = await deciding(station, sandbox, 'change_of_mind')
  const third = await deciding(station, sandbox, 'change_of_mind')
  for (const { id } of [first, second, third]) {
    const { decision, refunds: drafts } = await refunds(station, id, tom)
    assert.deepEqual([decision?.by, decision?.pending, drafts[0]?.state], [tom.name, true, 'drafted'])
  }
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(nadia.badge)
  await screen.sees(screen.link(/À approuver/))
  await screen.link(/À approuver/).click()
  await screen.sees(screen.page.getByRole('table', { name: 'Décisions à approuver' }))
  await screen.sees(screen.text(tom.name))
  await assertAccessible(screen, 'the approvals')

  // One is turned down, with the reason. The PIN is asked for here.
  await screen.button(`Refuser la décision sur ${third.number}`).click()
  await screen.page.getByRole('textbox', { name: 'Raison' }).fill('La photo montre autre chose')
  await screen.press('F9')
  await screen.sees(screen.heading('Un code, s’il vous plaît'))
  await assertAccessible(screen, 'the PIN')
  await screen.page.getByLabel('Code de Nadia K.').fill('0000')
  await screen.press('Enter')
  await screen.sees(screen.text('Ce n’est pas le bon code.'))
  await screen.page.getByLabel('Code de Nadia K.').fill(nadia.pin)
  await screen.press('Enter')
  await screen.sees(screen.toast.getByText(`${third.number} revient à sa décision`))
  assert.equal((await station.cases.Get(third.id)).stage, 'deciding')

  // The others are approved at once, and nobody is asked again.
  await screen.page.getByRole('checkbox', { name: 'Tout choisir' }).check()
  await screen.sees(screen.button(/Approuver 2 décisions/))
  await screen.press('F9')
  await screen.sees(screen.heading('Rien à approuver').or(screen.text('Rien à approuver')))
  for (const { id } of [first, second]) {
    const { decision, refunds: granted } = await station.cases.Get(id)
    assert.deepEqual([decision?.by, decision?.second, decision?.pending], [tom.name, nadia.name, false])
    assert.notEqual(granted[0]?.state, 'drafted')
  }
  assert.deepEqual(screen.complaints, [])
})

test('whoever decided does not approve, and the PIN of somebody beside them does', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station, { leadLimit: '20' })
  const { id, number } = await deciding(station, sandbox, 'change_of_mind')
  await refunds(station, id, nadia)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  await screen.scan(nadia.badge)
  await screen.sees(screen.button(nadia.name))
  await goTo(screen, '#/approvals')
  await screen.sees(screen.text('décidé par vous'))
  await screen.page.getByRole('checkbox', { name: `Choisir ${number}` }).check()
  await screen.press('F9')
  await screen.page.getByLabel('Code de Nadia K.').fill(nadia.pin)
  await screen.press('Enter')
  await screen.sees(screen.page.getByRole('row', { name: new RegExp(number) }).getByRole('alert'))
  assert.equal((await station.cases.Get(id)).decision?.pending, true)

  // An operator works here now; the manager beside them gives their PIN for this one.
  await screen.scan(tom.badge)
  await screen.sees(screen.button(tom.name))
  await screen.page.getByRole('checkbox', { name: `Choisir ${number}` }).check()
  await screen.press('F9')
  await screen.sees(screen.text('Il faut le code d’un chef d’équipe ou d’un responsable.'))
  await screen.page.getByLabel('Code', { exact: true }).fill(tom.pin)
  await screen.press('Enter')
  await screen.sees(screen.text(/Ce code est celui d’une personne qui n’a pas ce droit/))
  await screen.page.getByLabel('Code', { exact: true }).fill(samira.pin)
  await screen.press('Enter')
  await screen.sees(screen.text('Rien à approuver'))
  const { decision } = await station.cases.Get(id)
  assert.deepEqual([decision?.by, decision?.second], [nadia.name, samira.name])
  await screen.sees(screen.button(tom.name))
  const last = (await station.cases.History(id)).find(({ type }) => type === 'decision_approved')
  assert.equal(last?.by, samira.name)
})

test('whoever works alone decides at once, and the decision says so', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  await together(station, { alone: true })
  const { id } = await deciding(station, sandbox, 'change_of_mind')
  const { decision, refunds: granted } = await refunds(station, id, tom)
  assert.deepEqual([decision?.pending, decision?.alone, granted[0]?.state === 'drafted'], [false, true, false])
  assert.deepEqual((await station.approvals.List()).rows, [])
})

test('a PIN is asked once, and a badge gives none', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id } = await deciding(station, sandbox, 'change_of_mind')
  await station.people.SignInByBadge(tom.badge)
  await station.cases.AddNote(randomUUID(), id, { text: 'Vu', promise: false, until: '' })
  const view = await station.cases.Get(id)
  const form = { expected: view.proposal?.total ?? { minor: 0, currency: 'EUR' }, override: '', proof: '', pin: '' }
  const command = randomUUID()
  await refused('errors_station.pin.needed', () => station.cases.DecideFullRefund(command, id, form))
  const { until } = await station.people.GivePIN(command, tom.pin)
  assert.ok(Date.parse(until) > Date.now() + 29 * 60_000, `it holds until ${until}`)
  assert.equal((await station.cases.DecideFullRefund(command, id, form)).decision?.by, tom.name)
  await station.people.SignInByBadge(nadia.badge)
  await station.people.SignInByBadge(tom.badge)
  await refused('errors_station.pin.needed', () => station.cases.Reverse(randomUUID(), id, { code: '', reason: 'Erreur', pin: '' }))
})

test('a restart gives nobody new guesses', async (t) => {
  const { station } = await openWorkshop(t)
  for (let guess = 0; guess < 3; guess++) await refused('errors_station.pin.wrong', () => station.people.GivePIN(randomUUID(), '0007'))
  await refused('errors_station.pin.wait', () => station.people.GivePIN(randomUUID(), samira.pin))
  await station.kill()
  await station.start()
  await refused('errors_station.pin.wait', () => station.people.GivePIN(randomUUID(), samira.pin))
  await station.people.SignInByBadge(nadia.badge) // Who they say they are changes nothing.
  await refused('errors_station.pin.wait', () => station.people.GivePIN(randomUUID(), nadia.pin))
})

test('the team and its rights are the manager’s to change, and every change is kept', async (t) => {
  const { station } = await openWorkshop(t)
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await goTo(screen, '#/settings/team')
  await screen.sees(screen.text(nadia.name))
  await screen.sees(screen.text('Vous êtes plusieurs'))
  await assertAccessible(screen, 'the team')
  await screen.press('F9')
  await page.getByRole('textbox', { name: /^Nom/ }).fill('Inès R.')
  await page.getByLabel('Code de cette personne').fill('9051')
  await screen.press('F9')
  await page.getByLabel('Code de Samira B.').fill(samira.pin)
  await screen.press('Enter')
  await screen.sees(page.getByRole('list', { name: 'Les personnes de l’équipe' }).getByText('Inès R.'))

  await screen.button('Modifier Inès R.').click()
  await assertAccessible(screen, 'a person')
  await screen.button('Badge à imprimer').click()
  await screen.sees(screen.heading('Badge de Inès R.'))
  await screen.press('Escape')

  await goTo(screen, '#/settings/rights')
  await page.getByRole('radio', { name: 'Une deuxième personne valide' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Limite de l’opérateur' }).fill('150,50')
  await assertAccessible(screen, 'the rights')
  await screen.press('F9')
  await page.getByLabel('Code de Samira B.').fill(samira.pin)
  await screen.press('Enter')
  await screen.sees(screen.text('Opérateur : limite de 150,50 €'))
  await screen.sees(screen.text('Une deuxième personne valide'))
  const { rights, log } = await station.people.View()
  assert.deepEqual([rights.alone, rights.operatorLimit?.minor], [false, 15050])
  assert.ok(log.some(({ what, who, by }) => what === 'added' && who === 'Inès R.' && by === samira.name))
})

test('what was promised stands on the hand-over until it is kept, on screen and on paper', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id, number } = await deciding(station, sandbox, 'change_of_mind')
  const held = await deciding(station, sandbox, 'change_of_mind')
  await station.cases.Hold(randomUUID(), held.id, { code: 'doubt', text: 'Deuxième avis', reviewAt: '2099-01-31' })
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await goTo(screen, `#/cases/${id}`)
  await screen.sees(screen.button(/Notes/))
  await screen.press('Control+m')
  await page.getByRole('textbox', { name: 'Nouvelle note' }).fill('Rappeler avant le week-end')
  await page.getByRole('radio', { name: 'une promesse au client' }).check({ force: true })
  await page.getByLabel('Promis pour le').fill('2020-03-06')
  await screen.press('F9')
  await screen.sees(screen.toast.getByText('Note ajoutée'))
  await screen.press('Escape')

  await goTo(screen, '#/shift')
  await screen.sees(screen.text('Rappeler avant le week-end'))
  await screen.sees(screen.text(/en retard, pour le/))
  await screen.sees(screen.text(/Deuxième avis/))
  await assertAccessible(screen, 'the hand-over')
  await screen.press('F6')
  await screen.sees(screen.heading('Relève à imprimer'))
  await screen.press('Escape')
  const paper = await printed(station, '/media/handover')
  for (const words of ['Rappeler avant le week-end', number, held.number, 'Deuxième avis', samira.name]) assert.ok(paper.includes(words), `"${words}" is not on the page:\n${paper}`)

  await screen.button(`Tenu : dossier ${number}`).click()
  await screen.sees(screen.text('Rien n’est promis.'))
  assert.ok(!(await printed(station, '/media/handover')).includes('Rappeler avant le week-end'))
})

test('a screen that waits too long asks who is there, and shows again what was begun', async (t) => {
  const { sandbox, station } = await openWorkshop(t)
  const { id } = await deciding(station, sandbox, 'change_of_mind')
  const screen = await Screen.open(browser, station)
  t.after(() => screen.close())
  const { page } = screen
  await page.clock.install()
  await page.reload()
  await goTo(screen, `#/cases/${id}`)
  await screen.sees(screen.button(/Notes/))
  await screen.press('Control+m')
  const note = page.getByRole('textbox', { name: 'Nouvelle note' })
  await note.fill('À moitié écrit')
  await page.clock.fastForward('16:00')
  await screen.sees(screen.heading('Qui êtes-vous ?'))
  await refused('errors_people.nobody', () => station.cases.AddNote(randomUUID(), id, { text: 'x', promise: false, until: '' }))
  await screen.scan('59784412')
  await screen.sees(screen.heading('Qui êtes-vous ?'))
  await screen.scan(tom.badge)
  await screen.heading('Qui êtes-vous ?').waitFor({ state: 'detached' })
  await screen.sees(screen.button(tom.name))
  assert.equal(await note.inputValue(), 'À moitié écrit')
})

/**
 * @param {Screen} screen
 * @param {string} address
 */
async function goTo(screen, address) {
  await screen.page.evaluate((hash) => (window.location.hash = hash), address)
}

/**
 * @param {string} key Of the sentence that says why.
 * @param {() => Promise<unknown>} ask
 */
async function refused(key, ask) {
  await assert.rejects(ask, (error) => error instanceof Fault && error.key === key)
}

/**
 * The words of a page.
 *
 * @param {import('./rig/station.mjs').Station} station
 * @param {string} address
 */
async function printed(station, address) {
  const answer = await station.ask(address)
  assert.equal(answer.status, 200, address)
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(await answer.arrayBuffer()), encoding: 'utf8' })
}
