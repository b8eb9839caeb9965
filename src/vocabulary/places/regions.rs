//! Parts of the United States and of the United Kingdom with their cities. A city whose name stands for several places
//! (Springfield, Portland, Birmingham in England) is listed only with its state or not at all.

use super::{Row, row};

/// The states, as parts of the United States. Georgia is missing: its name is the country's. "Washington" and "New
/// York" are one place each for city and state: both readings lie in the same country.
pub(super) const STATES: &[Row] = &[
    row("Alabama", "", "Alabamian|Alabamians", "Birmingham|Montgomery|Huntsville|Tuscaloosa"),
    row("Alaska", "", "Alaskan|Alaskans", "Anchorage|Juneau"),
    row("Arizona", "", "Arizonan|Arizonans", "Phoenix|Tucson|Scottsdale|Mesa"),
    row("Arkansas", "", "Arkansan|Arkansans", "Little Rock|Fayetteville"),
    row(
        "California",
        "",
        "Californian|Californians",
        "Los Angeles=L.A.|San Francisco|San Diego|Sacramento|Oakland|San Jose|Fresno|Long Beach|San Bernardino|Bakersfield|Stockton|Santa Cruz|Berkeley|Anaheim|Silicon Valley|Hollywood",
    ),
    row("Colorado", "", "Coloradan|Coloradans", "Denver|Colorado Springs|Boulder"),
    row("Connecticut", "", "", "Hartford|New Haven|Bridgeport|Newtown|Sandy Hook"),
    row("Delaware", "", "", "Wilmington"),
    row(
        "Florida",
        "",
        "Floridian|Floridians",
        "Miami|Orlando|Tampa|Jacksonville|Tallahassee|Fort Lauderdale|Parkland|West Palm Beach|Pensacola|Fort Myers",
    ),
    row("Hawaii", "", "Hawaiian|Hawaiians", "Honolulu|Maui|Lahaina"),
    row("Idaho", "", "", "Boise"),
    row("Illinois", "", "", "Chicago"),
    row("Indiana", "", "", "Indianapolis|South Bend|Fort Wayne|Gary"),
    row("Iowa", "", "Iowan|Iowans", "Des Moines|Cedar Rapids"),
    row("Kansas", "", "Kansan|Kansans", "Wichita|Topeka"),
    row("Kentucky", "", "Kentuckian|Kentuckians", "Louisville"),
    row("Louisiana", "", "Louisianan|Louisianans", "New Orleans|Baton Rouge|Shreveport"),
    row("Maine", "", "", "Lewiston"),
    row("Maryland", "", "Marylander|Marylanders", "Baltimore|Annapolis"),
    row("Massachusetts", "", "", "Boston|Cambridge, Massachusetts|Worcester, Massachusetts"),
    row("Michigan", "", "", "Detroit|Grand Rapids|Ann Arbor|Pontiac|Lansing|Flint, Michigan"),
    row("Minnesota", "", "Minnesotan|Minnesotans", "Minneapolis|St. Paul=St Paul=Saint Paul|Duluth"),
    row("Mississippi", "", "Mississippian|Mississippians", "Biloxi"),
    row("Missouri", "", "", "St. Louis=St Louis|Ferguson, Missouri|Joplin"),
    row("Montana", "", "Montanan|Montanans", "Billings, Montana"),
    row("Nebraska", "", "Nebraskan|Nebraskans", "Omaha"),
    row("Nevada", "", "Nevadan|Nevadans", "Las Vegas|Reno|Carson City"),
    row("New Hampshire", "", "", ""),
    row("New Jersey", "", "", "Newark|Trenton|Atlantic City|Jersey City"),
    row("New Mexico", "", "", "Albuquerque|Santa Fe"),
    row(
        "New York",
        "New York City|New York State|NYC|N.Y.",
        "New Yorker|New Yorkers",
        "Brooklyn|Queens|Manhattan|Bronx|Staten Island|Buffalo|Albany|Syracuse|Yonkers|Long Island|Harlem",
    ),
    row("North Carolina", "", "", "Raleigh|Asheville|Greensboro|Charlotte, North Carolina"),
    row("North Dakota", "", "", "Fargo|Bismarck, North Dakota"),
    row("Ohio", "", "Ohioan|Ohioans", "Cleveland|Cincinnati|Toledo|Akron|Dayton"),
    row("Oklahoma", "", "Oklahoman|Oklahomans", "Oklahoma City|Tulsa"),
    row("Oregon", "", "Oregonian|Oregonians", "Eugene, Oregon|Portland, Oregon"),
    row("Pennsylvania", "", "Pennsylvanian|Pennsylvanians", "Philadelphia|Pittsburgh|Harrisburg|Allentown"),
    row("Rhode Island", "", "", ""),
    row("South Carolina", "", "", "Myrtle Beach"),
    row("South Dakota", "", "", "Sioux Falls"),
    row("Tennessee", "", "Tennessean|Tennesseans", "Memphis|Nashville|Knoxville|Chattanooga"),
    row(
        "Texas",
        "",
        "Texan|Texans",
        "Houston|Dallas|San Antonio|Austin|Fort Worth|El Paso|Uvalde|Galveston|Waco|Corpus Christi|Lubbock",
    ),
    row("Utah", "", "", "Salt Lake City"),
    row("Vermont", "", "Vermonter|Vermonters", ""),
    row("Virginia", "", "Virginian|Virginians", "Virginia Beach|Norfolk, Virginia|Charlottesville|Richmond, Virginia"),
    row("West Virginia", "", "West Virginian|West Virginians", ""),
    row("Wisconsin", "", "", "Milwaukee|Green Bay|Kenosha"),
    row("Wyoming", "", "", "Cheyenne"),
    row("Guam", "", "", ""),
    row(
        "Washington",
        "Washington, D.C.|Washington, DC|Washington D.C.|Washington DC|Washington State|District of Columbia",
        "Washingtonian|Washingtonians",
        "Seattle|Spokane|Tacoma|Lake Stevens",
    ),
];

/// The nations of the United Kingdom.
pub(super) const NATIONS: &[Row] = &[
    row(
        "England",
        "",
        "English|Englishman|Englishmen",
        "London|Manchester|Birmingham, England|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Leicester|Coventry|Brighton|Yorkshire|Cornwall|Devon|Surrey|Norfolk, England|Grenfell Tower",
    ),
    row("Scotland", "", "Scottish|Scot|Scots", "Edinburgh|Glasgow|Aberdeen"),
    row("Wales", "", "Welsh", "Cardiff|Swansea"),
    row("Northern Ireland", "", "Northern Irish", "Belfast|Londonderry"),
];
