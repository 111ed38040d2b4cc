import { beforeEach, expect, test } from 'vitest'
import { catalogue, openCatalogue } from './catalogue'

beforeEach(() => openCatalogue('fr'))

test('a sentence is found under its full key and fills its placeholders', () => {
  expect(catalogue.t('screen.status.last_success', { at: '09:42' })).toBe('dernier envoi 09:42')
})

test('the count chooses the plural', () => {
  expect(catalogue.t('screen.rows.count', { count: 0 })).toBe('0 ligne')
  expect(catalogue.t('screen.rows.count', { count: 1 })).toBe('1 ligne')
  expect(catalogue.t('screen.rows.count', { count: 2 })).toBe('2 lignes')
})

test('the language can be changed and the document says so', async () => {
  await catalogue.changeLanguage('en')
  expect(catalogue.t('screen.rows.count', { count: 2 })).toBe('2 rows')
  expect(document.documentElement.lang).toBe('en')
})

test('the errors of Go are among the sentences', () => {
  expect(catalogue.t('errors.internal')).toContain('erreur interne')
})
