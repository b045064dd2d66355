import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runMidad, type Result } from '#tests/support/command-line.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

it('midad house makes a house, adds a person, and carries its file to a store that follows no other', async () => {
  const folder = tempFolder()
  const at =
    (store: string) =>
    (...args: string[]): Promise<Result> =>
      runMidad(['--store', join(folder, store), 'house', ...args])
  const [desk, laptop] = [at('desk'), at('laptop')]
  const file = (version: number): string => join(folder, `دار-الخبر-${version}.midad-house`)

  expect(await desk('show')).toEqual({ status: 1, out: 'This store follows no house.\n', err: '' })
  expect(await desk('make', 'دار الخبر')).toMatchObject({ status: 2, err: 'midad: The option “--name” is missing.\n' })
  expect((await desk('make', 'دار الخبر', '--name', 'منى')).out).toBe(
    'Issued version 1 of the file of the house “دار الخبر”, which this store follows now. Write it with the command house export.\n',
  )
  expect((await desk('export', '--out', folder)).out).toBe(`Written: ${file(1)}\n`)

  const card = join(folder, 'card.txt')
  writeFileSync(card, (await laptop('card', '--name', 'سعاد')).out)
  const added = JSON.parse((await desk('add', card, '--role', 'editor', '--json')).out)
  expect(added).toMatchObject({ name: 'دار الخبر', version: 2, added: { name: 'سعاد', role: 'editor' } })
  expect((await desk('remove', 'منى')).err).toBe(
    'midad: A house needs an administrator. Make somebody else one first.\n',
  )
  await desk('export', '--out', folder)

  const { fingerprint } = JSON.parse((await laptop('take', file(2), '--look', '--json')).out)
  expect(await laptop('take', file(2))).toMatchObject({ status: 1, err: expect.stringContaining(fingerprint) })
  expect((await laptop('take', file(2), '--fingerprint', '12345')).err).toContain(
    'midad: The fingerprint of the key that signed the file is not the one you gave',
  )
  expect((await laptop('take', file(2), '--fingerprint', fingerprint.replaceAll(' ', ''))).out).toBe(
    'This store follows the house “دار الخبر”, version 2. The roles of people, shared settings and destinations come from it.\nYour role in it: Editor.\n',
  )
  expect((await laptop('role', 'سعاد', 'administrator')).err).toBe(
    'midad: In your house, this step is for the administrator. Ask for it.\n',
  )
  expect((await laptop('take', file(1))).err).toContain('midad: This is an older version of the house file')
  const { signature: _signature, ...unsigned } = JSON.parse(readFileSync(file(2), 'utf8'))
  const changed = join(folder, 'changed.midad-house')
  writeFileSync(changed, JSON.stringify(unsigned))
  expect((await laptop('take', changed)).err).toContain('midad: This house file is not signed')
  writeFileSync(changed, readFileSync(file(2), 'utf8').replace('"role":"editor"', '"role":"administrator"'))
  expect((await laptop('take', changed)).err).toContain('midad: No administrator of the house that this store follows')

  expect(JSON.parse((await laptop('show', '--json')).out)).toMatchObject({
    person: { name: 'سعاد', role: 'editor' },
    house: { name: 'دار الخبر', version: 2 },
  })

  expect((await desk('role', 'سعاد', 'chief')).status).toBe(0)
  await desk('export', '--out', folder)
  expect((await laptop('take', file(3))).out).toContain('Your role in it: Editor-in-chief.')
})
