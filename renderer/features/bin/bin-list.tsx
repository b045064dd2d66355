import { ArchiveRestore } from 'lucide-react'
import { Button as AriaButton, Checkbox, GridList, GridListItem, type Selection } from 'react-aria-components'
import { knownBy } from '#core/article/opening.ts'
import type { BinRow } from '#core/contract/bin.ts'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { RowHeadline } from '#renderer/ui/row-headline.tsx'
import { daysLeft } from './days-left.ts'

type BinListProps = {
  rows: readonly BinRow[]
  now: number
  chosen: ReadonlySet<string>
  onChoose: (chosen: Selection) => void
  onTakeOut: (row: BinRow) => void
}

/** Lists the articles in the bin. Up and Down move between rows, Space selects, Left and Right reach a row's button. */
export function BinList({ rows, now, chosen, onChoose, onTakeOut }: BinListProps) {
  const t = useT()
  return (
    <GridList
      aria-label={t('bin.list')}
      className="bin-list"
      items={rows.map((row) => ({ ...row, now }))}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={onChoose}
      disabledKeys={rows.filter(({ isDamaged }) => isDamaged).map(({ id }) => id)}
      disabledBehavior="selection"
    >
      {(row) => {
        const headline = knownBy(row) || t('common.untitled')
        return (
          <GridListItem id={row.id} textValue={headline} className="bin-row" data-testid="bin-row">
            <Checkbox slot="selection" className="bin-check" aria-label={t('bin.select', { headline })}>
              <span aria-hidden className="bin-box" />
            </Checkbox>
            <div className="bin-words">
              <RowHeadline headline={row.headline} />
              {row.opening === '' ? null : (
                <div className="row-line" dir="rtl">
                  {row.opening}
                </div>
              )}
              <div className="bin-facts">
                <span>{row.author}</span>
                <span>{t('common.words', { count: row.words })}</span>
                {row.headline === '' ? (
                  <span>
                    {t('library.created-at')} <ExactTime at={row.createdAt} />
                  </span>
                ) : null}
                <span>
                  {t('bin.deleted')} <RelativeTime at={row.deletedAt} />
                </span>
                <span data-testid="bin-left" className="bin-left">
                  {row.isDamaged ? t('bin.damaged') : t('bin.left', { days: daysLeft(row.deletedAt, row.now) })}
                </span>
              </div>
            </div>
            <AriaButton
              className="button button-quiet"
              aria-label={t('bin.take-out-named', { headline })}
              isDisabled={row.isDamaged}
              onPress={() => onTakeOut(row)}
            >
              <ArchiveRestore aria-hidden size={16} />
              {t('bin.take-out')}
            </AriaButton>
          </GridListItem>
        )
      }}
    </GridList>
  )
}
