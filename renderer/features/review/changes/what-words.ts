import type { Description } from '#core/review/proposals/describe.ts'
import type { Translate } from '#core/locale/translate.ts'
import { block as names } from '#core/locale/ar/block.ts'
import { fieldName } from '#renderer/ui/field-words.ts'

function blockName(type: string | null, t: Translate): string {
  return type !== null && Object.hasOwn(names, type) ? t(`block.${type as keyof typeof names}`) : t('proposals.a-block')
}

/** @returns what a change does besides removing and adding words, one line for each */
export function whatWords({ acts, aspects, fields, type }: Description, t: Translate): string[] {
  const block = blockName(type, t)
  return [
    ...acts.map((act) => t(`proposals.act-${act}`, { block })),
    ...aspects.map((aspect) => t(`history.aspect-${aspect}`)),
    ...fields.map((field) => t('proposals.field', { name: fieldName(field, t) })),
  ]
}
