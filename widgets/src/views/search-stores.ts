type Findable = { name: string; addressText: string; postCode?: string | null | undefined }

/** The shops that a customer may mean: every word is part of the name, the address or the postcode, whatever its case and accents. */
export function matchStores<Store extends Findable>(stores: readonly Store[], query: string): Store[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return stores.filter(({ name, addressText, postCode }) => {
    const text = plain(`${name} ${addressText} ${postCode ?? ''}`)
    return wanted.every((word) => (/^\d+$/.test(word) ? text.split(/[\s,]+/).some((part) => part.startsWith(word)) : text.includes(word)))
  })
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/['’]/g, ' ')
    .toLowerCase()
}
