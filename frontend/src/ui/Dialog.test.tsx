import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { show } from '../test-harness'
import { Dialog } from './Dialog'

test('a click beside a dialog does not take away what was written in it', async () => {
  const onClose = vi.fn()
  show(<Dialog title="Note" onClose={onClose}><textarea aria-label="Mots" /></Dialog>)
  fireEvent.change(await screen.findByLabelText('Mots'), { target: { value: 'Rappeler lundi' } })
  const beside = document.querySelector('.mantine-Modal-overlay')
  fireEvent.click(beside ?? document.body)
  expect(beside).not.toBeNull()
  expect(onClose).not.toHaveBeenCalled()
})
