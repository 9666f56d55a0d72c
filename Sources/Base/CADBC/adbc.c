#include "adbc.h"
