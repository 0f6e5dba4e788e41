import { describeWidget } from '../conformance.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)
