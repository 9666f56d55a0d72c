print("Furnished next.")
