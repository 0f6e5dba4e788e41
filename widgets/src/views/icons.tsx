import type { ReactNode } from 'react'
import type { EditorIcon } from '../editor-icons.ts'

/** The icon set: one stroke weight, a 24-unit grid, the colour of the text around it. All are decorative: the words beside them say the same. */
const shapes = {
  wallet: (
    <>
      <path d="M4 8a3 3 0 0 1 3-3h9a2 2 0 0 1 2 2v1" />
      <path d="M4 8v8a3 3 0 0 0 3 3h11a2 2 0 0 0 2-2v-7a2 2 0 0 0-2-2H4Z" />
      <path d="M16 13.5h.01" strokeWidth="2.6" />
    </>
  ),
  data: <path d="M8 18V6m0 0L4.5 9.5M8 6l3.5 3.5M16 6v12m0 0 3.5-3.5M16 18l-3.5-3.5" />,
  voice: (
    <path d="M6.5 4h2.6l1.5 4-2 1.5a12 12 0 0 0 5.9 5.9l1.5-2 4 1.5v2.6A2.5 2.5 0 0 1 17.3 20 13.5 13.5 0 0 1 4 6.7 2.5 2.5 0 0 1 6.5 4Z" />
  ),
  sms: <path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 17h-7l-4.5 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 5Z" />,
  bill: (
    <>
      <path d="M6 3.5h12V20l-2.4-1.5L13.2 20l-2.4-1.5L8.4 20 6 18.5Z" />
      <path d="M9.5 8.5h5M9.5 12.5h5" />
    </>
  ),
  gift: (
    <>
      <path d="M4.5 11h15v8a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1ZM3.5 8h17v3h-17ZM12 8v12" />
      <path d="M12 8S8 8 8 5.7 11 3.5 12 8Zm0 0s4 0 4-2.3S13 3.5 12 8Z" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  bolt: <path d="M13 3 5.5 13.5H11L10.5 21 18.5 10H13Z" />,
  info: <path d="M12 11v5.5M12 7.5h.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z" />,
  warning: (
    <path d="M12 9.5v4M12 16.7h.01M10.6 4.3 3.3 17a1.6 1.6 0 0 0 1.4 2.5h14.6a1.6 1.6 0 0 0 1.4-2.5L13.4 4.3a1.6 1.6 0 0 0-2.8 0Z" />
  ),
  critical: <path d="M12 7.5V13M12 16.3h.01M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7Z" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  smartphone: <path d="M8 3.5h8A1.5 1.5 0 0 1 17.5 5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5ZM11 17.5h2" />,
  tablet: <path d="M6 3.5h12A1.5 1.5 0 0 1 19.5 5v14a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5ZM11 17.5h2" />,
  router: (
    <path d="M5 13h14a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5v-3A1.5 1.5 0 0 1 5 13Zm2.5 3h.01M11 16h.01M12 13V9.5M9.3 7.2a3.8 3.8 0 0 1 5.4 0M6.8 4.7a7.4 7.4 0 0 1 10.4 0" />
  ),
  chevron: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  refresh: <path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.3M20 4.5v4.8h-4.8" />,
  clock: <path d="M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  offline: (
    <path d="M4 4l16 16M8.5 15.5a5 5 0 0 1 5.3-1.1M5.5 12a9.5 9.5 0 0 1 4-2.3M13.5 9.3A9.5 9.5 0 0 1 18.5 12M2.8 8.8a13.5 13.5 0 0 1 3.4-2.2M10 5.2a13.5 13.5 0 0 1 11.2 3.6M12 19h.01" />
  ),
  settings: (
    <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9M15.2 5.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM8.7 14.2a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z" />
  ),
  external: <path d="M13.5 4.5h6v6M19 5l-8 8M18 14v4a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 5 18V8a1.5 1.5 0 0 1 1.5-1.5h4" />,
  search: <path d="M11 4.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.8 15.8 20 20" />,
  mail: <path d="M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5ZM4 7l8 6 8-6" />,
  star: <path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8Z" />,
  heart: <path d="M12 19.8 4.9 12.7a4.5 4.5 0 0 1 0-6.4 4.5 4.5 0 0 1 6.4 0l.7.8.7-.8a4.5 4.5 0 0 1 6.4 6.4Z" />,
  people: (
    <path d="M9 4.8a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM2.8 19.2c.5-3.2 3-5 6.2-5s5.7 1.8 6.2 5M15.6 5.2a3.2 3.2 0 0 1 0 6M17.6 14.8c2 .7 3.3 2.2 3.6 4.4" />
  ),
  shield: <path d="M12 3.5 19 6v5.5c0 4.4-2.8 7.6-7 9-4.2-1.4-7-4.6-7-9V6ZM9 12l2.2 2.2L15.2 10" />,
  plane: <path d="M20.5 3.5 3.5 10l6.5 3 3 7ZM10 13l4.5-4.5" />,
  globe: (
    <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c2.3 2.4 3.5 5.2 3.5 8.5s-1.2 6.1-3.5 8.5c-2.3-2.4-3.5-5.2-3.5-8.5s1.2-6.1 3.5-8.5Z" />
  ),
  pin: <path d="M12 21c4.5-4.6 6.8-8.2 6.8-11A6.8 6.8 0 0 0 5.2 10c0 2.8 2.3 6.4 6.8 11ZM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" />,
  help: (
    <path d="M9.6 9.6A2.5 2.5 0 0 1 12 7.8c1.4 0 2.5.9 2.5 2.3 0 1.7-2.5 1.9-2.5 3.6M12 16.5h.01M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z" />
  ),
  signOut: <path d="M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10.5 12H20m0 0-3.5-3.5M20 12l-3.5 3.5" />,
} satisfies Record<EditorIcon, ReactNode> & Record<string, ReactNode>
export type IconName = keyof typeof shapes

/** What editors chose, where this build has it; one of its own where it has not: the set may grow. */
export function iconNamed(name: string | null | undefined, other: IconName): IconName {
  return name && Object.hasOwn(shapes, name) ? (name as IconName) : other
}

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}

/** An icon in a soft square of its tile's tint: the mark at the head of a tile. */
export function IconMark({ name }: { name: IconName }) {
  return (
    <span className="icon-mark">
      <Icon name={name} />
    </span>
  )
}
