import { useCallback, useState } from 'react'
import { USUAL_ORDER, type ListOrder } from '#core/contract/order.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'

/**
 * @returns how the person at this window sorts the library, and a function that keeps another way. It is shown at once,
 * before it is kept; one that cannot be kept ends with the screen.
 */
export function useOrder(): [order: ListOrder, sort: (order: ListOrder) => void] {
  const { settings, change } = useSettings()
  const [asked, setAsked] = useState<{ name: string; order: ListOrder } | null>(null)
  const sort = useCallback(
    (order: ListOrder) => {
      setAsked({ name: settings.name, order })
      change(({ name, orders }) => ({ orders: { ...orders, [name]: order } })).catch(() => {})
    },
    [change, settings.name],
  )
  const isMine = asked?.name === settings.name
  return [isMine ? asked.order : (settings.orders[settings.name] ?? USUAL_ORDER), sort]
}
