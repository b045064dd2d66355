import { ArrowDownWideNarrow, Check } from 'lucide-react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { LIST_ORDERS, type ListOrder, type ListOrderBy } from '#core/contract/order.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** What both directions are called, and which of them comes first when an order is chosen. */
const DIRECTIONS: Readonly<Record<ListOrderBy, { up: MessageKey; down: MessageKey; isDescending: boolean }>> = {
  changed: { up: 'library.sort-oldest', down: 'library.sort-newest', isDescending: true },
  created: { up: 'library.sort-oldest', down: 'library.sort-newest', isDescending: true },
  headline: { up: 'library.sort-first', down: 'library.sort-last', isDescending: false },
  author: { up: 'library.sort-first', down: 'library.sort-last', isDescending: false },
  deadline: { up: 'desk.sort-soonest', down: 'desk.sort-latest', isDescending: false },
  words: { up: 'library.sort-shortest', down: 'library.sort-longest', isDescending: true },
}

type SortMenuProps = { order: ListOrder; onSort: (order: ListOrder) => void }

/** Chooses what the list is sorted by, and in which direction. */
export function SortMenu({ order, onSort }: SortMenuProps) {
  const t = useT()
  const { up, down } = DIRECTIONS[order.by]
  return (
    <MenuTrigger>
      <Button className="button button-quiet" data-testid="sort">
        <ArrowDownWideNarrow aria-hidden size={16} />
        <span>
          <span className="visually-hidden">{t('library.sort')} </span>
          {t(`library.sort-${order.by}`)}
        </span>
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu aria-label={t('library.sort')} className="menu">
          <MenuSection
            selectionMode="single"
            selectedKeys={[order.by]}
            onSelectionChange={(keys) => {
              const by = LIST_ORDERS.find((each) => keys === 'all' || keys.has(each))
              if (by !== undefined && by !== order.by) onSort({ by, isDescending: DIRECTIONS[by].isDescending })
            }}
          >
            <Header className="menu-header">{t('library.sort')}</Header>
            {LIST_ORDERS.map((by) => (
              <Choice key={by} id={by} label={t(`library.sort-${by}`)} isChosen={by === order.by} />
            ))}
          </MenuSection>
          <Separator className="menu-rule" />
          <MenuSection
            aria-label={t('library.sort-direction')}
            selectionMode="single"
            selectedKeys={[order.isDescending ? 'down' : 'up']}
            onSelectionChange={(keys) => {
              const isDescending = keys !== 'all' && keys.has('down')
              if (isDescending !== order.isDescending) onSort({ ...order, isDescending })
            }}
          >
            <Choice id="down" label={t(down)} isChosen={order.isDescending} />
            <Choice id="up" label={t(up)} isChosen={!order.isDescending} />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Choice({ id, label, isChosen }: { id: string; label: string; isChosen: boolean }) {
  return (
    <MenuItem id={id} textValue={label} className="menu-item">
      <span className="menu-name">{label}</span>
      {isChosen ? <Check aria-hidden size={16} /> : null}
    </MenuItem>
  )
}
