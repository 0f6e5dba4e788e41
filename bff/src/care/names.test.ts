import { expect, test, vi } from 'vitest'
import type { Directory, Person } from './contract.ts'
import { namesOf } from './names.ts'

const person = (name: string) => ({ name }) as Person
const directoryOf = (look: Directory['person']) => ({ person: look }) as Directory

test('each customer is looked up once for all who ask, also at once; nobody for another brand', async () => {
  const look = vi.fn<Directory['person']>((brand, id) => Promise.resolve(id === 'C-0' ? undefined : person(`${brand} ${id}`)))
  const directory = directoryOf(look)
  const ask = (brand: string, id: string) => namesOf(directory)(brand, id)
  expect(await Promise.all([ask('aurora', 'C-1'), ask('aurora', 'C-1'), ask('boreal', 'C-1'), ask('aurora', 'C-0')])).toEqual([
    'aurora C-1',
    'aurora C-1',
    'boreal C-1',
    '',
  ])
  await ask('aurora', 'C-1')
  expect(look).toHaveBeenCalledTimes(3)
})

test('a directory that is down costs the name, once; it is asked again', async () => {
  const look = vi.fn<Directory['person']>().mockRejectedValueOnce(new Error('down')).mockResolvedValue(person('Marco'))
  const name = namesOf(directoryOf(look))
  expect([await name('aurora', 'C-1'), await name('aurora', 'C-1'), await name('aurora', 'C-1')]).toEqual(['', 'Marco', 'Marco'])
  expect(look).toHaveBeenCalledTimes(2)
})
