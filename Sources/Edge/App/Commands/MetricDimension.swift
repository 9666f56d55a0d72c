import struct Warehouse.Warehouse
import enum Warehouse.Dimension

/// Foundation has a `Dimension` too.
typealias MetricDimension = Dimension
