import { destinationConfigSchema, needsSecret } from '#core/export/destinations/index.ts'
import type { DestinationConfig, DestinationKind } from '#core/export/destinations/index.ts'
import type { Destination } from './use-destinations.ts'

type SectionRow = { section: string; category: string }

/** A destination as it stands in the form: every field, also those that its kind does not have. */
export type Draft = {
  kind: DestinationKind
  name: string
  address: string
  account: string
  /** Empty: the one that is kept stays. */
  secret: string
  folder: string
  layout: 'flat' | 'by-date'
  sections: SectionRow[]
}

export type DraftField = 'name' | 'address' | 'account' | 'secret' | 'folder'

/** @returns a form without an entry. */
export function emptyDraft(kind: DestinationKind): Draft {
  return { kind, name: '', address: '', account: '', secret: '', folder: '', layout: 'flat', sections: [] }
}

/** @returns the form of a destination that is there already. Its secret does not come back. */
export function draftOf({ name, config }: Destination): Draft {
  const empty = { ...emptyDraft(config.kind), name }
  if (config.kind === 'folder') return { ...empty, folder: config.folder, layout: config.layout }
  const sections = Object.entries(config.sections).map(([section, category]) => ({ section, category }))
  const account = config.kind === 'wordpress' ? config.account : ''
  return { ...empty, address: config.address, account, sections }
}

/** People type addresses as they say them. */
function fullAddress(typed: string): string {
  const address = typed.trim()
  return address === '' || /^[a-z]+:\/\//iu.test(address) ? address : `https://${address}`
}

/** @returns what is entered, as the contract takes it; null while a field is missing or wrong. */
export function configOf({ kind, address, account, folder, layout, sections }: Draft): DestinationConfig | null {
  const mapped = sections
    .map(({ section, category }) => [section.trim(), category.trim()] as const)
    .filter(([section, category]) => section !== '' && category !== '')
  const parsed = destinationConfigSchema.safeParse({
    ...{ kind, account, folder, layout },
    address: fullAddress(address),
    sections: Object.fromEntries(mapped),
  })
  return parsed.success ? parsed.data : null
}

const FIELDS: Readonly<Record<DestinationKind, readonly DraftField[]>> = {
  wordpress: ['address', 'account'],
  ghost: ['address'],
  folder: ['folder'],
}

/** @param hasSecret whether one is kept already. @returns the fields that are missing or wrong, in their order. */
export function faultsOf(draft: Draft, hasSecret: boolean): DraftField[] {
  const { kind, name, secret } = draft
  const parsed = destinationConfigSchema.safeParse({
    ...draft,
    address: fullAddress(draft.address),
    sections: {},
  })
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...FIELDS[kind].filter((field) => wrong.has(field)),
    ...(needsSecret(kind) && !hasSecret && secret.trim() === '' ? (['secret'] as const) : []),
  ]
}
