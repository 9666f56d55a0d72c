/// Provinces and cities of China with their tiers, as a consumer brand groups them into seven sales regions.
enum PlaceAtlas {
    /// All cities, in a fixed order: the index is the city's key inside the demonstration company.
    static let places: [Place] = provinces.flatMap { province in
        let region = Place.regions.firstIndex(of: province.region) ?? 0
        return province.cities.split(separator: " ").map { entry in
            let parts = entry.split(separator: ":")
            return Place(
                city: String(parts[0]), province: province.name, region: province.region, regionIndex: region,
                tier: Int(parts[1]) ?? 4, weight: Double(parts[2]) ?? 1)
        }
    }

    private struct Province {
        let name: String
        let region: String
        /// `city:tier:weight`, the weight roughly 100,000 consumers within the brand's reach.
        let cities: String
        init(_ name: String, _ region: String, _ cities: String) {
            self.name = name
            self.region = region
            self.cities = cities
        }
    }

    private static let provinces = [
        Province("上海市", "east", "上海市:1:249"),
        Province(
            "江苏省", "east",
            "南京市:2:95 苏州市:2:129 无锡市:2:75 南通市:2:62 常州市:2:53 徐州市:2:60 扬州市:3:40 盐城市:3:45 泰州市:3:34 镇江市:3:30 连云港市:3:26"),
        Province(
            "浙江省", "east", "杭州市:2:124 宁波市:2:94 温州市:2:78 金华市:2:56 嘉兴市:2:48 绍兴市:2:46 台州市:2:52 湖州市:3:31 衢州市:4:14 舟山市:3:12"),
        Province("安徽省", "east", "合肥市:2:86 芜湖市:3:30 阜阳市:3:32 滁州市:3:24 安庆市:3:22 马鞍山市:3:18 蚌埠市:3:20"),
        Province("福建省", "east", "福州市:2:64 厦门市:2:58 泉州市:2:66 漳州市:3:32 莆田市:3:22 龙岩市:4:16"),
        Province("江西省", "east", "南昌市:2:50 赣州市:3:38 九江市:3:26 上饶市:3:26 宜春市:3:22"),
        Province(
            "山东省", "east", "青岛市:2:82 济南市:2:72 烟台市:2:48 潍坊市:2:52 临沂市:2:52 济宁市:3:38 淄博市:3:32 威海市:3:24 泰安市:3:26 德州市:4:24"),
        Province(
            "广东省", "south",
            "广州市:1:178 深圳市:1:182 佛山市:2:82 东莞市:2:92 珠海市:2:28 惠州市:2:48 中山市:2:40 汕头市:3:36 江门市:3:34 湛江市:3:34 揭阳市:3:26 梅州市:4:18"
        ),
        Province("广西壮族自治区", "south", "南宁市:2:56 柳州市:3:28 桂林市:3:30 玉林市:4:22 北海市:4:12"),
        Province("海南省", "south", "海口市:3:24 三亚市:3:12"),
        Province("北京市", "north", "北京市:1:210"),
        Province("天津市", "north", "天津市:2:96"),
        Province("河北省", "north", "石家庄市:2:68 保定市:3:50 唐山市:3:46 廊坊市:3:36 邯郸市:3:38 沧州市:3:32 秦皇岛市:3:20 承德市:4:14"),
        Province("山西省", "north", "太原市:2:42 大同市:4:18 临汾市:4:20 运城市:4:22 长治市:4:16"),
        Province("内蒙古自治区", "north", "呼和浩特市:3:28 包头市:3:22 赤峰市:4:18 鄂尔多斯市:4:14"),
        Province("河南省", "central", "郑州市:2:108 洛阳市:2:50 南阳市:3:44 新乡市:3:32 许昌市:3:28 商丘市:3:34 信阳市:4:28 开封市:4:24"),
        Province("湖北省", "central", "武汉市:2:118 宜昌市:3:32 襄阳市:3:36 荆州市:3:30 黄冈市:4:28 十堰市:4:18"),
        Province("湖南省", "central", "长沙市:2:92 株洲市:3:30 衡阳市:3:34 岳阳市:3:30 常德市:4:28 湘潭市:4:18 郴州市:4:20"),
        Province("重庆市", "southwest", "重庆市:2:168"),
        Province("四川省", "southwest", "成都市:2:162 绵阳市:3:34 南充市:3:30 宜宾市:3:26 德阳市:4:22 泸州市:4:22 乐山市:4:18"),
        Province("贵州省", "southwest", "贵阳市:2:44 遵义市:3:34 毕节市:4:20"),
        Province("云南省", "southwest", "昆明市:2:62 曲靖市:4:24 大理白族自治州:4:16 玉溪市:4:12"),
        Province("西藏自治区", "southwest", "拉萨市:4:6"),
        Province("陕西省", "northwest", "西安市:2:112 咸阳市:3:26 宝鸡市:4:20 渭南市:4:22 汉中市:4:16"),
        Province("甘肃省", "northwest", "兰州市:3:34 天水市:4:12"),
        Province("青海省", "northwest", "西宁市:4:16"),
        Province("宁夏回族自治区", "northwest", "银川市:3:20"),
        Province("新疆维吾尔自治区", "northwest", "乌鲁木齐市:3:32 昌吉回族自治州:4:10 伊犁哈萨克自治州:4:12"),
        Province("辽宁省", "northeast", "沈阳市:2:72 大连市:2:62 鞍山市:4:22 锦州市:4:18 营口市:4:16"),
        Province("吉林省", "northeast", "长春市:2:60 吉林市:4:24 延边朝鲜族自治州:4:12"),
        Province("黑龙江省", "northeast", "哈尔滨市:2:66 大庆市:4:22 齐齐哈尔市:4:20 牡丹江市:4:14"),
    ]
}
