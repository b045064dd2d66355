import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'

export type InspectorTab = 'review' | 'details' | 'text' | 'versions'

/** Moves the focus to the side panel. @returns false without one. */
export function focusPanel(): boolean {
  // Not to a tab: React Aria draws those later.
  const panel = document.querySelector<HTMLElement>('.inspector')
  panel?.focus()
  return panel !== null
}

type InspectorProps = Record<InspectorTab, ReactNode> & {
  tab: InspectorTab
  onTab: (tab: InspectorTab) => void
  /** Closes a panel that covers the page; null where it stands beside it. */
  onClose: (() => void) | null
}

/** The side panel: review, details, text and versions of the article. */
export function Inspector({ tab, onTab, onClose, review, details, text, versions }: InspectorProps) {
  const t = useT()
  const tabs: readonly { id: InspectorTab; label: string; panel: ReactNode }[] = [
    { id: 'review', label: t('writing.tabReview'), panel: review },
    { id: 'details', label: t('writing.tabDetails'), panel: details },
    { id: 'text', label: t('writing.tabText'), panel: text },
    { id: 'versions', label: t('history.tab'), panel: versions },
  ]
  return (
    <aside className="inspector" aria-label={t('writing.tabs')} tabIndex={-1}>
      <Tabs
        className="inspector-sides"
        selectedKey={tab}
        onSelectionChange={(key) => onTab(tabs.find(({ id }) => id === key)?.id ?? 'review')}
      >
        <div className="inspector-top">
          <TabList aria-label={t('writing.tabs')} className="inspector-tabs">
            {tabs.map(({ id, label }) => (
              <Tab key={id} id={id} className="inspector-tab">
                {label}
              </Tab>
            ))}
          </TabList>
          {onClose === null ? null : (
            <IconButton label={t('writing.hideInspector')} icon={<X aria-hidden size={18} />} onPress={onClose} />
          )}
        </div>
        {tabs.map(({ id, panel }) => (
          <TabPanel key={id} id={id} className="inspector-panel">
            {panel}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}
