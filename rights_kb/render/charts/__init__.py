"""Static charts: figures of a table drawn as SVG, without a script, from a model that holds written numbers.

Lengths across are shares of the chart's width, lengths down are in `em`: so a chart is as wide as its place,
and all of it grows with the reader's own size of letters.
"""
