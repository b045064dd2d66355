import { ArrowDown, ArrowUp, Combine, Pencil, Plus, Trash2 } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Section } from '#core/article/sections.ts'
import type { UsedSection } from '#renderer/bridge/use-sections.ts'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale, useT } from '#renderer/ui/locale.tsx'

type NewsSectionRowProps = {
  section: Section
  /** What articles have of it; null when none has it. */
  used: UsedSection | null
  /** The names of the other sections. */
  others: readonly string[]
  place: { isFirst: boolean; isLast: boolean }
  isReadOnly: boolean
  onMove: (by: number) => void
  onRename: () => void
  onMerge: (into: string) => void
  onRemove: () => void
  onUnify: () => void
}

/** A section of the house, with how often and in which spellings articles have it. */
export function NewsSectionRow({
  section: { name, spellings },
  used,
  others,
  place,
  isReadOnly,
  ...on
}: NewsSectionRowProps) {
  const t = useT()
  const written = used?.spellings.filter((each) => each !== name) ?? []
  const shown = [...new Set([...written, ...spellings])]
  return (
    <li data-testid="news-section">
      <div className="settings-item">
        <bdi>{name}</bdi>
        <UsedWords articles={used?.articles ?? 0} spellings={shown} />
        {written.length === 0 || isReadOnly ? null : (
          <Button onPress={on.onUnify}>{t('settings.news-section-unify')}</Button>
        )}
      </div>
      {isReadOnly ? null : (
        <>
          <IconButton
            label={t('settings.news-section-up', { name })}
            icon={<ArrowUp aria-hidden size={16} />}
            isDisabled={place.isFirst}
            onPress={() => on.onMove(-1)}
          />
          <IconButton
            label={t('settings.news-section-down', { name })}
            icon={<ArrowDown aria-hidden size={16} />}
            isDisabled={place.isLast}
            onPress={() => on.onMove(1)}
          />
          <IconButton
            label={t('settings.rename', { name })}
            icon={<Pencil aria-hidden size={16} />}
            onPress={on.onRename}
          />
          <MergeMenu name={name} others={others} onMerge={on.onMerge} />
          <IconButton
            label={t('settings.remove', { name })}
            icon={<Trash2 aria-hidden size={16} />}
            onPress={on.onRemove}
          />
        </>
      )}
    </li>
  )
}

type OtherSectionRowProps = {
  used: UsedSection
  others: readonly string[]
  onAdd: () => void
  onMerge: (into: string) => void
}

/** A section that only articles have. */
export function OtherSectionRow({ used: { name, spellings, articles }, others, onAdd, onMerge }: OtherSectionRowProps) {
  const t = useT()
  return (
    <li data-testid="other-section">
      <div className="settings-item">
        <bdi>{name}</bdi>
        <UsedWords articles={articles} spellings={spellings.filter((each) => each !== name)} />
      </div>
      <IconButton
        label={t('settings.news-section-add-named', { name })}
        icon={<Plus aria-hidden size={16} />}
        onPress={onAdd}
      />
      <MergeMenu name={name} others={others} onMerge={onMerge} />
    </li>
  )
}

function UsedWords({ articles, spellings }: { articles: number; spellings: readonly string[] }) {
  const { t, tag } = useLocale()
  const list = new Intl.ListFormat(tag, { type: 'conjunction' }).format(spellings.map((each) => `«${each}»`))
  return (
    <span className="settings-note">
      {t('library.found', { count: articles })}
      {spellings.length === 0 ? '' : ` · ${t('settings.news-section-spelled', { spellings: list })}`}
    </span>
  )
}

function MergeMenu({
  name,
  others,
  onMerge,
}: {
  name: string
  others: readonly string[]
  onMerge: (into: string) => void
}) {
  const t = useT()
  if (others.length === 0) return null
  return (
    <MenuTrigger>
      <AriaButton className="icon-button" aria-label={t('settings.news-section-merge', { name })}>
        <Combine aria-hidden size={16} />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          aria-label={t('settings.news-section-merge', { name })}
          className="menu"
          onAction={(key) => onMerge(String(key))}
        >
          {others.map((each) => (
            <MenuItem key={each} id={each} className="menu-item">
              {t('settings.news-section-merge-into', { name: each })}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
