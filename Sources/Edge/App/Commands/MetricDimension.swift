import enum Warehouse.Dimension
import struct Warehouse.Warehouse

/// Foundation has a `Dimension` too.
typealias MetricDimension = Dimension
