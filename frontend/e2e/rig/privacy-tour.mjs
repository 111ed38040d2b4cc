// A walk through what is held on people, for those who look at each screen.

/**
 * @param {import('./screen.mjs').Screen} screen
 * @param {string} id A case whose customer is known.
 * @param {(name: string) => Promise<void>} look
 * @param {(address: string) => Promise<unknown>} goTo
 */
export async function privacyTour(screen, id, look, goTo) {
  await goTo('#/settings/privacy')
  await screen.sees(screen.heading('Registre des effacements'))
  await look('settings-privacy')
  await goTo(`#/settings/privacy/${id}`)
  await screen.sees(screen.heading(/^Ce qui est gardé de/))
  await look('settings-privacy-person')
}
