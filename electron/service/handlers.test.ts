import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contract } from '#core/contract/contract.ts'

it('handlers/ has one file for each group of the contract, and nothing else', () => {
  const groups = new Set(Object.keys(contract).map((name) => name.slice(0, name.indexOf('.'))))
  const files = readdirSync(join(import.meta.dirname, 'handlers'))
  expect(files.toSorted()).toEqual([...groups].map((group) => `${group}.ts`).toSorted())
})
