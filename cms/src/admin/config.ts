import type { Config } from 'payload'

/** The admin's own parts, all named by path: this file is loaded by programs that have no React. */
export function adminConfig(baseDir: string): NonNullable<Config['admin']> {
  return {
    user: 'users',
    avatar: 'default',
    importMap: { baseDir, importMapFile: `${baseDir}/app/(payload)/admin/importMap.js`, autoGenerate: false },
    meta: { titleSuffix: ' · Mosaic' },
    dateFormat: 'd MMM yyyy, HH:mm',
    components: {
      graphics: { Logo: '/admin/brand/logo#Logo', Icon: '/admin/brand/logo#Icon' },
      actions: ['/admin/publish/nav-link#HeaderLink'],
      beforeNavLinks: ['/admin/publish/nav-link#PublishNavLink'],
      beforeDashboard: ['/admin/dashboard/dashboard#Dashboard'],
      views: {
        publish: {
          Component: '/admin/publish/publish-page#PublishPage',
          path: '/publish',
          exact: true,
          meta: { title: 'Publish · Pubblica' },
        },
      },
    },
  }
}
