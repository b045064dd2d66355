import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

export type InspectorTab = 'review' | 'details' | 'text' | 'versions'

type InspectorProps = Record<InspectorTab, ReactNode> & { tab: InspectorTab; onTab: (tab: InspectorTab) => void }

/** The side panel: review, details, text and versions of the article. */
export function Inspector({ tab, onTab, review, details, text, versions }: InspectorProps) {
  const t = useT()
  const tabs: readonly { id: InspectorTab; label: string; panel: ReactNode }[] = [
    { id: 'review', label: t('writing.tabReview'), panel: review },
    { id: 'details', label: t('writing.tabDetails'), panel: details },
    { id: 'text', label: t('writing.tabText'), panel: text },
    { id: 'versions', label: t('history.tab'), panel: versions },
  ]
  return (
    <aside className="inspector" aria-label={t('writing.tabs')}>
      <Tabs
        className="inspector-sides"
        selectedKey={tab}
        onSelectionChange={(key) => onTab(tabs.find(({ id }) => id === key)?.id ?? 'review')}
      >
        <TabList aria-label={t('writing.tabs')} className="inspector-tabs">
          {tabs.map(({ id, label }) => (
            <Tab key={id} id={id} className="inspector-tab">
              {label}
            </Tab>
          ))}
        </TabList>
        {tabs.map(({ id, panel }) => (
          <TabPanel key={id} id={id} className="inspector-panel">
            {panel}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  )
}
