import type { HalfScript } from './load';
import { makeWidget } from './widget';

(document.currentScript as HalfScript).make = makeWidget;
