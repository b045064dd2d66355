import type { ReadClash } from '#core/changes/merge-reading.ts'
import type { Difference } from '#core/changes/reading.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { ComparedBlocks } from '../compared-blocks.tsx'
import { ComparedFields } from '../compared-fields.tsx'
import type { Settlement, Settlements } from './settling.ts'

type ClashesProps = {
  clashes: readonly ReadClash[]
  settlements: Settlements
  onSettle: (clash: number, settlement: Settlement) => void
}

/** The changes of two sides that cannot both be made, side by side, each with its choice. */
export function Clashes({ clashes, settlements, onSettle }: ClashesProps) {
  const t = useT()
  if (clashes.length === 0) return null
  return (
    <section aria-labelledby="merging-clashes">
      <h3 id="merging-clashes" className="compared-title">
        {t('merging.clashes')}
      </h3>
      <p className="merging-lead">{t('merging.clashes-lead')}</p>
      <ol className="clashes">
        {clashes.map((clash, index) => (
          // The clashes of a merge are what they are.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="clash" data-testid="clash" data-settled={settlements.get(index) ?? 'open'}>
            <h4 className="clash-title">{t('merging.clash', { number: index + 1, count: clashes.length })}</h4>
            <div className="clash-sides">
              <ClashSide name={t('merging.ours')} change={clash.ours} />
              <ClashSide name={t('merging.theirs')} change={clash.theirs} />
            </div>
            <Segmented<Settlement | ''>
              label={t('merging.which', { number: index + 1 })}
              value={settlements.get(index) ?? ''}
              onChange={(settlement) => settlement !== '' && onSettle(index, settlement)}
              options={[
                { value: 'ours', label: t('merging.ours') },
                { value: 'theirs', label: t('merging.theirs') },
                ...(clash.canBeBoth ? [{ value: 'both', label: t('merging.both') } as const] : []),
                { value: 'neither', label: t('merging.neither') },
                { value: 'proposal', label: t('merging.proposal') },
              ]}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What one side would do in the merged article. */
function ClashSide({ name, change: { blocks, fields } }: { name: string; change: Difference }) {
  const t = useT()
  return (
    <section className="clash-side" aria-label={name}>
      <h5 className="clash-name">{name}</h5>
      {blocks.length === 0 && fields.length === 0 ? <p className="merging-lead">{t('merging.as-it-was')}</p> : null}
      <ComparedFields fields={fields} />
      <ComparedBlocks blocks={blocks} layout="one" isAllShown onRestore={null} />
    </section>
  )
}
