export { ageText, updatedText } from './age.ts'
export { Icon, IconMark, type IconName } from './icons.tsx'
export { HeadingLevel, webAddress } from './parts.tsx'
export { Tile, type TileProps } from './tile.tsx'
