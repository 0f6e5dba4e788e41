import { createAlone } from './alone.ts'
import { describeShared } from './testing/suite.ts'

describeShared({ name: 'an instance that is alone', open: () => Promise.resolve(createAlone()), isShared: false })
