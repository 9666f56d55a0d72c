/// What is sold.
enum ProductFields {
    static let codeWords = [
        "商品编码", "商品代码", "商品编号", "商品id", "货号", "款号", "sku", "sku编码", "skuid", "产品编码", "产品编号", "产品代码", "物料编码", "物料号",
        "条码", "商家编码", "productcode", "productid", "productno", "itemcode", "itemid", "item", "stockcode", "article",
        "product", "barcode",
    ]

    static let all: [TargetField] = [
        TargetField("product_code", "商品编码", "Product code", .text, required: true, codeWords),
        TargetField(
            "name", "商品名称", "Name", .text,
            ["名称", "品名", "产品名称", "商品标题", "description", "productname", "title", "itemname"]),
        TargetField("category", "品类", "Category", .text, ["类目", "一级类目", "大类", "分类", "商品分类", "productcategory"]),
        TargetField("subcategory", "子品类", "Subcategory", .text, ["二级类目", "中类", "小类", "子类"]),
        TargetField("brand", "品牌", "Brand", .text, ["品牌名称", "brandname"]),
        TargetField("series", "系列", "Series", .text, ["产品线", "产品系列", "line", "productline", "collection"]),
        TargetField(
            "list_price", "标价", "List price", .money(mayBeNegative: false),
            ["吊牌价", "零售价", "建议零售价", "原价", "价格", "price", "msrp", "retailprice"]),
        TargetField(
            "unit_cost", "单位成本", "Unit cost", .money(mayBeNegative: false),
            ["成本", "成本价", "进价", "采购价", "cost", "costprice"]),
        TargetField(
            "launched_on", "上市日期", "Launched on", .day(mayBeFuture: true), ["上架日期", "上架时间", "上市时间", "launchdate"]),
        TargetField("retired_on", "退市日期", "Retired on", .day(mayBeFuture: true), ["下架日期", "下架时间", "退市时间", "enddate"]),
    ]
}
