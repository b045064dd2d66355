import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

/** The panel beside the page: what the article is, and how far its review has come. */
export function Inspector({ text, details, review }: { text: ReactNode; details: ReactNode; review: ReactNode }) {
  const t = useT()
  return (
    <aside className="inspector" aria-label={t('writing.tabs')}>
      <Tabs defaultSelectedKey="review">
        <TabList aria-label={t('writing.tabs')} className="inspector-tabs">
          <Tab id="review" className="inspector-tab">
            {t('writing.tabReview')}
          </Tab>
          <Tab id="details" className="inspector-tab">
            {t('writing.tabDetails')}
          </Tab>
          <Tab id="text" className="inspector-tab">
            {t('writing.tabText')}
          </Tab>
        </TabList>
        <TabPanel id="review" className="inspector-panel">
          {review}
        </TabPanel>
        <TabPanel id="details" className="inspector-panel">
          {details}
        </TabPanel>
        <TabPanel id="text" className="inspector-panel">
          {text}
        </TabPanel>
      </Tabs>
    </aside>
  )
}
